// What the checks share: objects out of files, and where the models of a kind are found.
import fs from 'node:fs';
import { parseAllDocuments } from 'yaml';

const CORE = ['apps', 'autoscaling', 'networking.k8s.io', 'policy', 'rbac.authorization.k8s.io'];

/** Every object of the files on the command line. */
export function objects() {
  return process.argv.slice(2).flatMap((file) =>
    parseAllDocuments(fs.readFileSync(file, 'utf8'))
      .map((document) => document.toJS())
      .filter((object) => object !== null),
  );
}

export function name(object) {
  return `${object.kind}/${object.metadata?.name}`;
}

export function group(object) {
  return object.apiVersion?.includes('/') ? object.apiVersion.split('/')[0] : '';
}

/** The module that holds the model of an object's kind; undefined if no package has one. */
export function model(object) {
  switch (group(object)) {
    case '':
      return `kubernetes-models/${object.apiVersion}/${object.kind}`;
    case 'keda.sh':
      return `@kubernetes-models/keda/${object.apiVersion}/${object.kind}`;
    case 'monitoring.coreos.com':
      return `@kubernetes-models/prometheus-operator/${object.apiVersion}/${object.kind}`;
    default:
      return CORE.includes(group(object)) ? `kubernetes-models/${object.apiVersion}/${object.kind}` : undefined;
  }
}

/** Prints the findings, one a line; the exit code says whether there were any. */
export function report(findings) {
  findings.forEach((finding) => console.log(finding));
  process.exitCode = findings.length === 0 ? 0 : 1;
}
