import type { Member, Plan, PlanRollUp, Project, WorkItem } from "@gantry/api-contract";

export function aProject(overrides: Partial<Project> = {}): Project {
  return {
    id: "8e70d806a8f04d018ea6af6b6ffe7b96",
    name: "Mobile banking",
    kind: "scrum",
    description: "",
    updatedAt: Date.UTC(2026, 10, 20),
    ...overrides,
  };
}

export function aMember(overrides: Partial<Member> = {}): Member {
  return {
    id: "a360371833bf4c558f796fd707b44daf",
    numericId: "4091",
    name: "Lin Wei",
    role: "developer",
    ...overrides,
  };
}

export function aPlan(overrides: Partial<Plan> = {}): Plan {
  return {
    id: "6a0d7e4b35f04c0f9a52c3d1e8b7f604",
    projectId: aProject().id,
    name: "Release 4.2",
    type: "gantt",
    creator: { id: aMember().id, numericId: null, name: aMember().name },
    updater: null,
    createdAt: Date.UTC(2026, 9, 1),
    updatedAt: Date.UTC(2026, 10, 20),
    ...overrides,
  };
}

/** A scheduled Scrum task that is under way. */
export function aWorkItem(overrides: Partial<WorkItem> = {}): WorkItem {
  return {
    id: "9191020",
    projectId: aProject().id,
    number: overrides.id ?? "9191020",
    title: "Show the balance on the lock screen",
    type: "task",
    shape: "task",
    status: { id: "2", name: "In progress", phase: "doing" },
    priority: { id: "2", name: "Middle" },
    severity: null,
    assignee: { id: aMember().id, numericId: aMember().numericId, name: aMember().name },
    parentId: null,
    start: "2026-11-16",
    end: "2026-11-27",
    progress: 40,
    sprint: null,
    expectedHours: null,
    actualHours: null,
    createdAt: Date.UTC(2026, 9, 5),
    updatedAt: Date.UTC(2026, 10, 18),
    ...overrides,
  };
}

/** A plan without dates in which nothing is wrong. */
export function aRollUp(overrides: Partial<PlanRollUp> = {}): PlanRollUp {
  return {
    items: 0,
    done: 0,
    progress: 0,
    overdue: 0,
    unscheduled: 0,
    unassigned: 0,
    blocked: 0,
    start: null,
    end: null,
    changedAt: null,
    people: [],
    peopleCount: 0,
    health: "on-track",
    reasons: [],
    ...overrides,
  };
}
