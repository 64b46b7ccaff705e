// Writes ecs.json, logs.json, ssm.json and kms.json: the facts of the APIs (names, types, marks), without a word of documentation.
// What completes a member, and how many resources a call takes, is our own: it is kept from the file as it was.
// Run it where node is: `npm install && node extract.mjs` in this folder. The build only reads the files.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The services, by the name of their file. ECS is taken whole; of the others only the operations that a session or a log needs. */
const services = {
  ecs: { package: '@aws-sdk/client-ecs', id: 'ECS', host: 'ecs', targetPrefix: 'AmazonEC2ContainerServiceV20141113' },
  logs: {
    package: '@aws-sdk/client-cloudwatch-logs', id: 'CloudWatch Logs', host: 'logs', namespace: 'Logs', targetPrefix: 'Logs_20140328', fipsInGovCloud: true,
    operations: ['DescribeLogStreams', 'FilterLogEvents', 'GetLogEvents'],
    paginators: {
      DescribeLogStreams: { token: 'nextToken', limit: 'limit', items: 'logStreams' },
      FilterLogEvents: { token: 'nextToken', limit: 'limit', items: 'events' },
    },
  },
  ssm: {
    package: '@aws-sdk/client-ssm', id: 'SSM', host: 'ssm', namespace: 'Ssm', targetPrefix: 'AmazonSSM', fipsInGovCloud: true,
    operations: ['ResumeSession', 'StartSession', 'TerminateSession'],
  },
  kms: {
    package: '@aws-sdk/client-kms', id: 'KMS', host: 'kms', namespace: 'Kms', targetPrefix: 'TrentService',
    operations: ['Decrypt', 'GenerateDataKey'],
  },
};

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

// The package calls every number a number; the public API reference calls these Double or Long.
const doubles = new Set([
  'CanaryConfiguration.canaryPercent', 'DaemonDeploymentConfiguration.drainPercent', 'LinearConfiguration.stepPercent',
  'ManagedApplicationAutoScalingPolicy.targetValue', 'MemoryGiBPerVCpuRequest.min', 'MemoryGiBPerVCpuRequest.max',
  'NetworkBandwidthGbpsRequest.min', 'NetworkBandwidthGbpsRequest.max', 'Resource.doubleValue', 'Scale.value',
  'ServiceRevisionSummary.requestedProductionTrafficWeight', 'ServiceRevisionSummary.requestedTestTrafficWeight',
  'TotalLocalStorageGBRequest.min', 'TotalLocalStorageGBRequest.max',
]);
const longs = new Set([
  'ContainerInstance.version', 'Resource.longValue', 'Task.version',
  // CloudWatch Logs gives times in milliseconds since 1970.
  'FilterLogEventsRequest.startTime', 'FilterLogEventsRequest.endTime', 'FilteredLogEvent.timestamp', 'FilteredLogEvent.ingestionTime',
  'GetLogEventsRequest.startTime', 'GetLogEventsRequest.endTime', 'OutputLogEvent.timestamp', 'OutputLogEvent.ingestionTime',
  'LogStream.creationTime', 'LogStream.firstEventTimestamp', 'LogStream.lastEventTimestamp', 'LogStream.lastIngestionTime', 'LogStream.storedBytes',
]);

const Kind = { list: 1, map: 2, structure: 3, union: 4, error: -3, operation: 9 };
const scalars = { 0: 'string', 1: 'number', 2: 'boolean', 4: 'timestamp', 15: 'document', 21: 'string' }; // a blob is base64 text
const listFlag = 64, mapFlag = 128, sensitiveTrait = 8, tokenTrait = 4;

// What the functions below work on: the service at hand.
let service, root, enums, memberDeclarations, structures, usedEnums;

for (const [file, facts] of Object.entries(services)) {
  const path = join(here, `${file}.json`);
  writeFileSync(path, print(keepOwnFacts(read(facts), JSON.parse(readFileSync(path, 'utf8')))));
}

function keepOwnFacts(model, before) {
  for (const [name, members] of Object.entries(model.structures)) {
    for (const [member, entry] of Object.entries(members)) {
      const { completer } = before.structures[name]?.[member] ?? {};
      if (completer) entry.completer = completer;
    }
  }
  for (const [name, operation] of Object.entries(model.operations)) {
    const { batchSize } = before.operations[name] ?? {};
    if (batchSize) operation.batchSize = batchSize;
  }
  return model;
}

function read(facts) {
  service = facts;
  root = dirname(dirname(require.resolve(facts.package)));
  const declarations = readAll('dist-types/models');
  [enums, memberDeclarations] = [readEnums(declarations), readMemberDeclarations(declarations)];
  [structures, usedEnums] = [{}, new Set()];

  const schemas = Object.values(require(facts.package)).filter(Array.isArray);
  const operations = schemas.filter(s => s[0] === Kind.operation && (facts.operations?.includes(s[2]) ?? true)).sort(byName);
  for (const operation of operations) [operation[4], operation[5]].forEach(lazy => visit(lazy()));
  const described = Object.fromEntries(operations.map(s => [s[2], describeOperation(s)]));
  const thrown = new Set(Object.values(described).flatMap(operation => operation.errors));
  return {
    source: `${facts.package} ${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}`,
    service: { id: facts.id, host: facts.host, targetPrefix: facts.targetPrefix, ...(facts.namespace && { namespace: facts.namespace }), ...(facts.fipsInGovCloud && { fipsInGovCloud: true }) },
    operations: described,
    structures: sorted(structures),
    enums: sorted(Object.fromEntries([...usedEnums].map(name => [name, enums[name]]))),
    errors: Object.fromEntries(schemas.filter(s => s[0] === Kind.error && (facts.operations ? thrown.has(s[2]) : !s[1].startsWith('smithy.ts.sdk.synthetic'))).sort(byName).map(describeError)),
    waiters: facts.operations ? {} : readWaiters(),
  };
}

function visit(structure) {
  const [, , name, , members, types, required = 0] = structure;
  if (structures[name]) return;
  structures[name] = {}; // before the members: structures may hold themselves
  members.forEach((member, i) => {
    const { type, traits } = resolve(types[i]);
    const entry = { type: refine(type, name, member) };
    if (i < required) entry.required = true;
    if (traits & tokenTrait) entry.token = true;
    if (traits & sensitiveTrait) entry.sensitive = true;
    structures[name][member] = entry;
  });
}

/** A schema reference as our type text (`[X]` list of X, `{X}` map from string to X) and its trait bits. */
function resolve(reference, traits = 0) {
  if (typeof reference === 'function') return resolve(reference(), traits);
  if (Array.isArray(reference)) {
    switch (typeof reference[0] === 'number' && reference.length > 2 ? reference[0] : undefined) {
      case Kind.structure: case Kind.union: visit(reference); return { type: reference[2], traits };
      case Kind.list: return { type: `[${resolve(reference[4]).type}]`, traits };
      case Kind.map: return { type: `{${resolve(reference[5]).type}}`, traits };
      case 0: return resolve(reference[4], traits | numeric(reference[3]));
    }
    return resolve(reference[0], traits | numeric(reference[1])); // [type, traits]
  }
  if (reference & mapFlag) return { type: `{${scalars[reference & ~mapFlag]}}`, traits };
  if (reference & listFlag) return { type: `[${scalars[reference & ~listFlag]}]`, traits };
  if (!(reference in scalars)) throw new Error(`unknown schema ${reference}`);
  return { type: scalars[reference], traits };
}

function numeric(traits) { return typeof traits === 'number' ? traits : 0; }

/** Numbers get their width, strings the enum that the declarations give them. */
function refine(type, structure, member) {
  if (type.includes('number')) {
    const key = `${structure}.${member}`;
    return type.replace('number', doubles.has(key) ? 'double' : longs.has(key) ? 'long' : 'integer');
  }
  const declared = memberDeclarations[structure]?.[member];
  if (type.includes('string') && declared && enums[declared]) {
    usedEnums.add(declared);
    return type.replace('string', declared);
  }
  return type;
}

function describeOperation([, , name, , input, output]) {
  const result = { input: input()[2], output: output()[2], errors: readErrors(name) };
  const paginator = readPaginator(name);
  if (paginator) result.paginator = paginator;
  return result;
}

function describeError([, , name, traits, members, types]) {
  const entry = { fault: traits.error };
  const own = members.filter(member => member.toLowerCase() !== 'message');
  if (own.length) entry.members = Object.fromEntries(own.map(m => [m, resolve(types[members.indexOf(m)]).type]));
  return [name, entry];
}

function readErrors(operation) {
  const text = readFileSync(join(root, `dist-types/commands/${operation}Command.d.ts`), 'utf8');
  return [...text.matchAll(/@throws \{@link (\w+)\} \((?:client|server) fault\)/g)].map(m => m[1]).sort();
}

/** Where the pages of an operation are: as told above, or by the members' names. Every operation that answers with a token has pages. */
function readPaginator(operation) {
  if (service.paginators?.[operation]) return service.paginators[operation];
  const input = structures[`${operation}Request`] ?? {}, output = structures[`${operation}Response`] ?? {};
  if (!input.nextToken || !output.nextToken) return undefined;
  return { token: 'nextToken', limit: 'maxResults', items: readItems(output) };
}

/** The way to the one list of a page that is not its failures. */
function readItems(structure) {
  const members = Object.keys(structure).filter(m => m !== 'failures');
  const list = members.find(m => structure[m].type.startsWith('['));
  if (list) return list;
  const inner = members.find(m => structures[structure[m].type]);
  return `${inner}.${readItems(structures[structure[inner].type])}`;
}

function readEnums(text) {
  return Object.fromEntries([...text.matchAll(/export declare const (\w+): \{([^}]*)\}/g)]
    .map(([, name, body]) => [name, [...body.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/readonly \w+: "([^"]*)"/g)].map(m => m[1])])
    .filter(([, values]) => values.length));
}

function readMemberDeclarations(text) {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '');
  return Object.fromEntries([...bare.matchAll(/export interface (\w+)[^{]*\{([\s\S]*?)\n\}/g)].map(([, name, body]) =>
    [name, Object.fromEntries([...body.matchAll(/^ +(\w+)\??: \(?(?:Record<string, )?(\w+)/gm)].map(m => [m[1], m[2]]))]));
}

/** The package keeps waiters as generated code; its shape is regular enough to read the acceptors back. */
function readWaiters() {
  const folder = join(root, 'dist-es/waiters');
  return Object.fromEntries(readdirSync(folder).filter(f => f.startsWith('waitFor')).sort().map(file => {
    const text = readFileSync(join(folder, file), 'utf8');
    const [, delay, limit] = text.match(/minDelay: (\d+), maxDelay: (\d+)/);
    const acceptors = text.split('const returnComparator').slice(1).map(readAcceptor);
    return [file.slice('waitFor'.length, -'.js'.length), {
      operation: text.match(/new (\w+)Command\(/)[1], delaySeconds: +delay, limitSeconds: +limit, acceptors,
    }];
  }));
}

function readAcceptor(code) {
  const state = code.match(/WaiterState\.(\w+)/)[1].toLowerCase();
  const filter = code.match(/result\.(\w+)\.filter\(\(element_1\) => \{\s*return \(!\((.*)\)\);/);
  if (filter) return { state, every: filter[1], condition: filter[2].replace(/element_1\./g, '').replace(/\((\w[^()]*)\)/g, '$1') };
  const equals = code.match(/== "(\w+)"/)[1];
  const list = code.match(/\[\]\.concat\(\.\.\.result\.(\w+)\)/);
  if (!list) return { state, path: code.match(/return result\.([\w.]+);/)[1], equals };
  const path = `${list[1]}[].${code.match(/return element_2\.(\w+);/)[1]}`;
  return code.includes('allStringEq') ? { state, all: path, equals } : { state, any: path, equals };
}

function readAll(folder) {
  return readdirSync(join(root, folder)).filter(f => f.endsWith('.d.ts')).map(f => readFileSync(join(root, folder, f), 'utf8')).join('\n');
}

function byName(a, b) { return a[2] < b[2] ? -1 : 1; }
function sorted(object) { return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1))); }

/** JSON with one fact a line: whatever has no structure below its children stays on one line. */
function print(value, indent = '', depth = 0) {
  const flat = v => JSON.stringify(v, null, 1).replace(/\n\s*/g, ' ');
  const entries = value && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : null;
  if (!entries || depth === 3 || entries.every(([, v]) => typeof v !== 'object') && depth > 0) return flat(value);
  const inner = indent + '  ';
  const lines = entries.map(([k, v]) => `${inner}${JSON.stringify(k)}: ${print(v, inner, depth + 1)}`);
  return lines.length ? `{\n${lines.join(',\n')}\n${indent}}${depth === 0 ? '\n' : ''}` : '{}';
}
