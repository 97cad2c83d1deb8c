// Types, required fields and patterns, by the schemas of the API server and of the operators.
import { group, model, name, objects, report } from './manifests.mjs';

// Strimzi's kinds are checked with its own classes (StrimziTypes), CloudNativePG's in fields.mjs.
const ELSEWHERE = ['kafka.strimzi.io', 'postgresql.cnpg.io', 'barmancloud.cnpg.io'];

async function findings(object) {
  const from = model(object);
  if (from === undefined) {
    return ELSEWHERE.includes(group(object)) ? [] : [`${name(object)}: no schema for ${object.apiVersion}`];
  }
  const { [object.kind]: Model } = await import(from);
  try {
    new Model(object).validate();
    return [];
  } catch (invalid) {
    return [`${name(object)}: ${invalid.message}`];
  }
}

report((await Promise.all(objects().map(findings))).flat());
