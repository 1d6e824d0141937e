// A driver for JavaScript engines: it answers the requests of docs/driver-protocol.md, one a line.
//
// JavaScript shows integers exactly, and gives a host's object back as it took it. It may change the
// bits of a NaN and cannot touch vectors: refwasm sends those, and all other references, through wrapper
// modules.

import { createHash } from "node:crypto";

const modules = new Map();
const instances = new Map();
let registered = Object.create(null); // exports by the name under which they can be imported
const hosts = new Map(); // host's values by number; objects, for a number would become an i31
const numbers = new WeakMap();

const handlers = {
  hello: () => ok({
    protocol: 1,
    name: "v8",
    version: `${process.versions.v8} (node ${process.versions.node})`,
    passes: ["i32", "i64", "hostref"],
    text: false,
    can: ["memory", "reset"],
  }),

  module(request) {
    try {
      modules.set(request.module, new WebAssembly.Module(Buffer.from(request.wasm, "base64")));
      return ok();
    } catch (e) {
      if (e instanceof WebAssembly.CompileError) return failed("refused", e);
      if (e instanceof RangeError) return failed("exhaustion", e);
      throw e;
    }
  },

  instantiate(request) {
    try {
      const module = known(modules, request.module);
      instances.set(request.instance, new WebAssembly.Instance(module, registered));
      return ok();
    } catch (e) {
      // An import's module that is not there is a TypeError.
      const unlinkable = e instanceof WebAssembly.LinkError || e instanceof TypeError;
      return unlinkable ? failed("unlinkable", e) : aborted(e);
    }
  },

  register(request) {
    registered[request.as] = known(instances, request.instance).exports;
    return ok();
  },

  invoke(request) {
    const func = exported(request, (item) => typeof item === "function", "function");
    if (func.length !== request.args.length) {
      throw new WrongRequest(`${request.name} takes ${func.length} arguments`);
    }
    const args = request.args.map(toNative);
    let results;
    try {
      results = func(...args);
    } catch (e) {
      return aborted(e);
    }
    if (results === undefined) return returned([]);
    return returned(Array.isArray(results) ? results : [results]);
  },

  get: (request) =>
    returned([exported(request, (item) => item instanceof WebAssembly.Global, "global").value]),

  memory(request) {
    const memory = exported(request, (item) => item instanceof WebAssembly.Memory, "memory");
    const bytes = new Uint8Array(memory.buffer);
    const answer = {
      pages: bytes.length / 65536,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
    if (request.length !== undefined) {
      const part = bytes.slice(request.offset, request.offset + request.length);
      answer.bytes = Buffer.from(part).toString("base64");
    }
    return ok(answer);
  },

  reset() {
    modules.clear();
    instances.clear();
    registered = Object.create(null);
    return ok();
  },
};

class WrongRequest extends Error {}

function known(map, name) {
  if (!map.has(name)) throw new WrongRequest(`there is no ${name}`);
  return map.get(name);
}

function exported(request, fits, kind) {
  const { exports } = known(instances, request.instance);
  const item = exports[request.name];
  if (!fits(item)) throw new WrongRequest(`no exported ${kind} "${request.name}"`);
  return item;
}

// Values

function toNative(value) {
  switch (value.type) {
    case "i32": return Number(BigInt.asIntN(32, BigInt(value.bits)));
    case "i64": return BigInt.asIntN(64, BigInt(value.bits));
    case "ref": return value.null ? null : host(value.host);
    default: throw new WrongRequest(`no ${value.type} passes`);
  }
}

function host(number) {
  if (!hosts.has(number)) {
    const object = { host: number };
    hosts.set(number, object);
    numbers.set(object, number);
  }
  return hosts.get(number);
}

function fromNative(value) {
  switch (typeof value) {
    case "number": return { type: "i32", bits: `0x${(value >>> 0).toString(16)}` };
    case "bigint": return { type: "i64", bits: `0x${BigInt.asUintN(64, value).toString(16)}` };
  }
  if (value === null) return { type: "ref", heap: "extern", null: true };
  const number = numbers.get(value);
  return { type: "ref", heap: "extern", ...(number !== undefined && { host: number }) };
}

// Answers

const ok = (rest) => ({ outcome: "ok", ...rest });
const returned = (values) => ({ outcome: "return", values: values.map(fromNative) });
const failed = (outcome, e) => ({ outcome, text: String(e.message ?? "uncaught exception") });

// How execution ended that did not return.
function aborted(e) {
  if (e instanceof WebAssembly.RuntimeError) return failed("trap", e);
  if (e instanceof WebAssembly.Exception) return failed("exception", e);
  if (e instanceof RangeError) return failed("exhaustion", e);
  throw e;
}

function answer(request) {
  try {
    if (!Object.hasOwn(handlers, request.do)) {
      return failed("unsupported", new Error(`no request ${request.do}`));
    }
    return handlers[request.do](request);
  } catch (e) {
    return failed("error", e);
  }
}

function reply(line) {
  let request;
  try {
    request = JSON.parse(line);
  } catch (e) {
    return failed("error", e);
  }
  return { ...answer(request), id: request?.id };
}

let rest = "";
process.stdin.setEncoding("utf8").on("data", (chunk) => {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  for (const line of lines) process.stdout.write(JSON.stringify(reply(line)) + "\n");
});
