import type { Random } from "../random.ts";
import type { Domain, Person } from "./world-types.ts";

/** [IAM user name, nick name, password of those who can sign in]. */
const DEMO_PEOPLE: [userName: string, nickName: string, password?: string][] = [
  ["zhao.min", "Zhao Min", "demo-only"],
  ["chen.hao", "陈浩", "demo-only-2"],
  ["guo.jing", "Guo Jing", "demo-only-3"],
  ["li.na", "Li Na"],
  ["wang.lei", "Wang Lei"],
  ["sun.yue", "Sun Yue"],
  ["zhou.kai", "Zhou Kai"],
  ["liu.fang", "Liu Fang"],
  ["huang.wei", "Huang Wei"],
  ["xu.jie", "徐洁"],
  ["ma.chao", "Ma Chao"],
  ["zhu.lin", "Zhu Lin"],
  ["hu.bin", "Hu Bin"],
  ["lin.xia", "林夏"],
  ["he.qiang", "He Qiang"],
  ["gao.yan", "Gao Yan"],
  ["luo.ting", "Luo Ting"],
  ["zheng.bo", "Zheng Bo"],
  ["liang.yu", "梁宇"],
  ["xie.ming", "Xie Ming"],
  ["tang.rui", "Tang Rui"],
  ["feng.lan", "Feng Lan"],
  ["deng.hui", "Deng Hui"],
  ["cao.yi", "曹逸"],
  ["peng.tao", "Peng Tao"],
  ["su.qing", "Su Qing"],
];

const OTHER_PEOPLE: typeof DEMO_PEOPLE = [
  ["yan.mei", "Yan Mei", "other-only"],
  ["shen.ke", "Shen Ke"],
];

const DEMO_DOMAIN_NAME = "gantry-demo";
const OTHER_DOMAIN_NAME = "orchard-works";

/** What each sign-in of the made-up world is good for in a test. */
export const SIGN_INS: Record<string, string> = {
  "zhao.min": "manager in every project of the demo company",
  "chen.hao": "developer in Atlas Payments and Meridian Billing only",
  "guo.jing": "manager of Platform, viewer in Atlas Payments, not in the others",
  "yan.mei": "another company: sees its own project and none of the demo's",
};

export function createPeople(random: Random): { people: Person[]; demo: Domain; other: Domain } {
  const demo = { id: random.hex(32), name: DEMO_DOMAIN_NAME };
  const other = { id: random.hex(32), name: OTHER_DOMAIN_NAME };
  let userNumber = 4_090;
  const personOf = (domain: Domain, [userName, nickName, password]: (typeof DEMO_PEOPLE)[number]): Person => ({
    userId: random.hex(32),
    userNumber: ++userNumber,
    userName,
    nickName,
    domain,
    ...(password === undefined ? {} : { password }),
  });
  return {
    demo,
    other,
    people: [
      ...DEMO_PEOPLE.map((person) => personOf(demo, person)),
      ...OTHER_PEOPLE.map((person) => personOf(other, person)),
    ],
  };
}
