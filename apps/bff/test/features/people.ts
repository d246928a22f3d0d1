import type { Simulator } from "@gantry/codearts-simulator";
import type { TestApp, TestBrowser } from "../test-app.ts";
import { orThrow } from "../simulated-world.ts";

/** Signs a user of the simulator in by name, as a member of the project or as nobody there. */
export async function signInAs(
  server: TestApp,
  { userName, projectId, isMember }: { userName: string; projectId: string; isMember: boolean },
): Promise<TestBrowser> {
  const { account, password, userId } = orThrow(
    server.simulator.credentials.find((credentials) => credentials.userName === userName),
    userName,
  );
  setMember(server.simulator, { userId, projectId, isMember });
  return await server.signIn({ account, userName, password });
}

function setMember(
  { store }: Simulator,
  { userId, projectId, isMember }: { userId: string; projectId: string; isMember: boolean },
): void {
  const project = orThrow(store.project(projectId), "the project");
  const person = orThrow(store.person(userId), "the person");
  const others = project.members.filter((member) => member.person.userId !== userId);
  store.patchProject(projectId, { members: isMember ? [...others, { person, roleId: 4 }] : others });
}
