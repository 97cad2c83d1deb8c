// Pod security and common practices. Nothing is fetched.
import fs from 'node:fs';
import { extractK8sResources } from '@monokle/parser';
import { createDefaultMonokleValidator } from '@monokle/validation';
import { report } from './manifests.mjs';

const CONFIGURATION = {
  plugins: {
    'yaml-syntax': true,
    'pod-security-standards': true,
    practices: true,
  },
  rules: {
    // The restricted standard, which is off by itself.
    'pod-security-standards/volume-types': true,
    'pod-security-standards/privilege-escalation': true,
    'pod-security-standards/running-as-non-root': true,
    'pod-security-standards/running-as-non-root-user': true,
    'pod-security-standards/seccomp-strict': true,
    'pod-security-standards/capabilities-strict': true,
    'practices/cpu-limit': true,
    'practices/cpu-request': true,
    'practices/memory-limit': true,
    'practices/memory-request': true,
    'practices/image-tagged': true,
    'practices/no-automount-service-account-token': true,
    'practices/no-exposed-service': true,
    'practices/privileged-ports': true,
    // The images' user is 1001, which these call low.
    'practices/no-low-user-id': false,
    'practices/no-low-group-id': false,
  },
};

const files = process.argv
  .slice(2)
  .map((file) => ({ id: file, path: file, content: fs.readFileSync(file, 'utf8') }));
const validator = createDefaultMonokleValidator();
await validator.preload(CONFIGURATION);
const { runs } = await validator.validate({ resources: extractK8sResources(files) });
report(
  runs
    .flatMap((run) => run.results)
    .map((result) => {
      const where = result.locations?.[1]?.logicalLocations?.[0]?.fullyQualifiedName ?? '';
      return `${where.split('@')[0]}: ${result.ruleId} ${result.message.text}`;
    }),
);
