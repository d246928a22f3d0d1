import { ROLE_NAMES } from "../world/catalog.ts";
import type { Membership, Person } from "../world/world-types.ts";

/** Creator and updater of plans (v3). */
export function toPlanPerson(person: Person) {
  return {
    user_id: person.userId,
    domain_id: person.domain.id,
    nick_name: person.nickName,
    first_name: person.userName,
  };
}

/** People in v4 items. */
export function toV4Person(person: Person) {
  return {
    id: person.userNumber,
    user_num_id: person.userNumber,
    user_id: person.userId,
    name: person.userName,
    nick_name: person.nickName,
    first_name: person.userName,
  };
}

/** People in v2 items; the nickname's key tells the part they play. */
export function toV2Person(person: Person, nickNameKey: "assignedNickName" | "authorNickName") {
  return {
    id: person.userNumber,
    identifier: person.userId,
    name: person.userName,
    firstName: person.userName,
    lastName: "",
    image_id: "",
    [nickNameKey]: person.nickName,
  };
}

/** UserVO of the IPD dialect. */
export function toIpdPerson(person: Person) {
  return {
    user_id: person.userId,
    user_num_id: person.userNumber,
    user_name: person.userName,
    nick_name: person.nickName,
    domain_id: person.domain.id,
    domain_name: person.domain.name,
  };
}

export function toV4Member({ person, roleId }: Membership) {
  return {
    domain_id: person.domain.id,
    domain_name: person.domain.name,
    user_id: person.userId,
    user_name: person.userName,
    user_num_id: person.userNumber,
    role_id: roleId,
    role_name: ROLE_NAMES[roleId],
    nick_name: person.nickName,
    user_type: "User",
    forbidden: 0,
  };
}

export function toIpdMember({ person, roleId }: Membership) {
  return {
    ...toIpdPerson(person),
    role_id: String(roleId),
    role_name: ROLE_NAMES[roleId],
    role_code: `role_${roleId}`,
  };
}
