import type { World } from "@gantry/codearts-simulator";
import type { Page } from "@playwright/test";

/** Names that no language translates. */
const NAMES = new Set("Gantry CodeArts Ctrl IAM UTC CSV English Scrum IPD Esc Alt Huawei Cloud SVG PNG Git".split(" "));

/** What is Gantry's own to say: headings, buttons, tabs, column heads, navigation, labels of controls. */
const OWN =
  "h1, h2, h3, button, label, th, nav a, legend, [role=tab], [role=columnheader], [role=radiogroup], [role=searchbox]";

/**
 * Words of Latin letters that Gantry itself says on screen, to be found on a page in Chinese. What comes from CodeArts
 * (plans, projects, people, titles, statuses) is left out.
 */
export async function foreignWords(page: Page, world: World): Promise<string[]> {
  const said = await page
    .locator(OWN)
    .filter({ visible: true })
    .evaluateAll((elements) =>
      elements.flatMap((element) => [
        element instanceof HTMLElement ? element.innerText : "",
        element.getAttribute("aria-label") ?? "",
        element.getAttribute("placeholder") ?? "",
      ]),
    );
  const data = [
    ...world.plans.map(({ name }) => name),
    ...world.projects.flatMap(({ name, code }) => [name, code]),
    ...world.people.flatMap(({ userName, nickName, domain }) => [userName, nickName, domain.name]),
    ...world.scrumItems.map(({ title }) => title),
    ...world.projects.flatMap((project) => (project.kind === "scrum" ? project.sprints.map(({ name }) => name) : [])),
  ].toSorted((left, right) => right.length - left.length);
  return said.flatMap((text) => {
    const own = data.reduce((rest, name) => (name === "" ? rest : rest.replaceAll(name, " ")), text);
    return (own.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !NAMES.has(word)).map((word) => `${word} in “${text}”`);
  });
}
