import { expect, test } from "vitest";
import { readEnvelope, unwrapJsonText } from "./envelope.ts";
import { findKnownError, isGatewayCode, readErrorBody } from "./errors.ts";

test.each([
  [
    { error_code: "PM.02175000", error_msg: "busy" },
    { code: "PM.02175000", message: "busy" },
  ],
  [{ error_msg: "busy", error_code: "PM.02175000", request_id: "r1" }, { requestId: "r1" }],
  [{ error: { code: 401, message: "wrong", title: "Unauthorized" } }, { code: "401", message: "wrong" }],
  [
    { status: "failed", message: "why" },
    { code: null, message: "why" },
  ],
  [null, { code: null, message: null }],
  ["<html>", { code: null, message: null }],
])("the error body %j reads as %j", (body, read) => {
  expect(readErrorBody(body)).toMatchObject(read);
});

test("the gateway's prefix may read APIG or APIGW", () => {
  expect(findKnownError("APIGW.0308")).toEqual(findKnownError("APIG.0308"));
  expect(isGatewayCode("APIGW.9999")).toBe(true);
  expect(isGatewayCode("PM.02175000")).toBe(false);
});

test("an unknown code, or one that every object has, is not known", () => {
  expect(findKnownError("PM.99999999")).toBeNull();
  expect(findKnownError("constructor")).toBeNull();
  expect(findKnownError(null)).toBeNull();
});

test("HTTP 200 with an error_code is a failure even without a status word", () => {
  expect(readEnvelope({ error_code: "PM.00000014", error_msg: "no" }).status).toBe("failure");
});

test("a bare v4 item, whose status is an object, says nothing of success", () => {
  expect(readEnvelope({ id: 1, status: { id: 3, name: "Resolved" } })).toMatchObject({
    status: "silent",
    result: { id: 1 },
  });
});

test("an answer that came as JSON inside a string is parsed once more, at the top and in result", () => {
  expect(unwrapJsonText('{"status":"success"}', JSON.parse)).toEqual({ status: "success" });
  expect(unwrapJsonText({ status: "success", result: '[{"id":"1"}]' }, JSON.parse)).toEqual({
    status: "success",
    result: [{ id: "1" }],
  });
  expect(unwrapJsonText("plain text", JSON.parse)).toBe("plain text");
});
