import type { IsoDate } from "../days.ts";

export type Domain = { id: string; name: string };

export type Person = {
  userId: string;
  userNumber: number;
  /** IAM user name, pinyin. */
  userName: string;
  nickName: string;
  domain: Domain;
  /** IAM password of those who can sign in. */
  password?: string;
};

/** -1 creator, 3 manager, 4 developer, 5 test manager, 6 tester, 7 participant, 8 viewer, 9 operations. */
export type RoleId = -1 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

export type Membership = { person: Person; roleId: RoleId };

export type Sprint = {
  id: number;
  name: string;
  begin: IsoDate;
  end: IsoDate;
  /** "0" not started, "1" running, "2" ended. */
  status: "0" | "1" | "2";
};

/** Release (PI) or iteration of an IPD project. */
export type IpdPeriod = {
  id: string;
  title: string;
  category: "PI" | "Iteration";
  status: "planned" | "going" | "ended";
  parentId: string | null;
  begin: IsoDate;
  end: IsoDate;
};

export type IpdLabel = { id: string; title: string; color: string };

export type Module = { id: number; name: string };

type ProjectBase = {
  id: string;
  number: number;
  name: string;
  code: string;
  description: string;
  domain: Domain;
  creator: Person;
  members: Membership[];
  createdAt: number;
  updatedAt: number;
  isArchived: boolean;
};

export type ScrumProject = ProjectBase & {
  kind: "scrum";
  sprints: Sprint[];
  modules: Module[];
  /** Closed items can't be edited while this is on. */
  isClosedReadOnly: boolean;
};

export type IpdProject = ProjectBase & {
  kind: "ipd";
  /** 10001 system device. */
  modelId: string;
  periods: IpdPeriod[];
  labels: IpdLabel[];
};

export type Project = ScrumProject | IpdProject;

/** 2 task, 3 bug, 5 epic, 6 feature, 7 story. */
export type TrackerId = 2 | 3 | 5 | 6 | 7;

export type ScrumItem = {
  id: number;
  projectId: string;
  trackerId: TrackerId;
  title: string;
  description: string;
  statusId: number;
  priorityId: number;
  severityId: number;
  domainId: number | null;
  moduleId: number | null;
  assigneeNumber: number | null;
  developerNumber: number | null;
  creatorNumber: number;
  sprintId: number | null;
  parentId: number | null;
  begin: IsoDate | null;
  end: IsoDate | null;
  doneRatio: number;
  expectedHours: number;
  actualHours: number;
  createdAt: number;
  updatedAt: number;
  closedAt: number | null;
};

export type IpdCategory = "RR" | "SF" | "IR" | "SR" | "AR" | "Task" | "Bug";

export type IpdItem = {
  id: string;
  projectId: string;
  /** Type, day and six digits, as people quote it. */
  number: string;
  category: IpdCategory;
  title: string;
  description: string;
  statusCode: string;
  priority: string | null;
  assigneeId: string | null;
  createdById: string;
  modifiedById: string;
  parentId: string | null;
  /** Epoch ms. */
  planStart: number | null;
  planEnd: number | null;
  piId: string | null;
  iterationId: string | null;
  workloadManDays: string;
  labelIds: string[];
  createdAt: number;
  modifiedAt: number;
  statusModifiedAt: number;
  closedAt: number | null;
  /** Every other writable field, by its wire name, as it was written. */
  more: Record<string, unknown>;
};

export type PlanType = "gantt" | "mind";

export type Plan = {
  id: string;
  projectId: string;
  name: string;
  type: PlanType;
  creator: Person;
  updater: Person;
  createdAt: number;
  updatedAt: number;
  imageUrl: string | null;
  /** In the order in which they were linked. */
  itemIds: Set<string>;
};

export type World = {
  people: Person[];
  projects: Project[];
  scrumItems: ScrumItem[];
  ipdItems: IpdItem[];
  plans: Plan[];
  today: IsoDate;
};
