// The forecast of ForecastBench in Squiggle: a product of two log-normal quantities, or with 30 % a normal one.
//
// usage: node forecast.mjs SAMPLES, beside node_modules; for each seed that comes in it draws and prints nanoseconds
// of the processor, mean and five quantiles.
import { createInterface } from "node:readline";
import { run } from "@quri/squiggle-lang";

const samples = Number(process.argv[2]);
const environment = (seed) => ({ sampleCount: samples, xyPointLength: 1000, seed: String(seed) });
const code = `
  product = SampleSet.fromDist(lognormal(0, 0.5)) * SampleSet.fromDist(lognormal(1, 0.75))
  drawn = mixture([product, SampleSet.fromDist(normal(5, 2))], [0.7, 0.3])
  [mean(drawn), quantile(drawn, 0.05), quantile(drawn, 0.25), quantile(drawn, 0.5), quantile(drawn, 0.75),
    quantile(drawn, 0.95)]
`;

const busy = () => {
  const { user, system } = process.cpuUsage();
  return 1000 * (user + system);
};

console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const begun = busy();
  const output = await run(code, { environment: environment(line) });
  if (!output.result.ok) throw new Error(output.result.value.toString());
  const found = output.result.value.result.value.getValues().map((it) => it.value);
  const taken = busy() - begun;
  console.log([taken, ...found].join(" "));
}
