import type { BureauRegister, CheckInput, Fault, Rule, Tier } from "@/lib/checks/finding";
import { type NearMiss, nearMissesOf } from "@/lib/checks/near-miss";
import { paragraphsOf, type Scope } from "@/lib/format/content";
import { type SectionKey, sectionsOf } from "@/lib/format/format";

/** Rules on words. */
export const wordingRules: Rule[] = [
  { id: "W01", name: "机关名称不一致", tier: "warn", run: wrongNames },
];

function wrongNames(input: CheckInput): Fault[] {
  const { format, sections, register } = input;
  const nearMisses = nearMissesOf(register);
  const faults = sectionsOf(format).flatMap(({ key, kind }) =>
    paragraphsOf(sections, key).flatMap((text, paragraph) =>
      nearMisses(text).map((miss): Fault => {
        const { start, end, found, expected, wrong, right } = miss;
        return {
          section: key,
          ...(kind === "prose" && { range: { paragraph, start, end } }),
          tier: tierOf(key, miss),
          message: `“${found}”与登记名称“${expected}”差一个字：“${wrong}”应为“${right}”`,
          expected,
          actual: found,
          advice: `改为“${expected}”；确指其他机关或地方的，说明情况`,
          certain: miss.evidence === "organ",
          operands: [found, expected],
        };
      }),
    ),
  );
  const isTitleJudged = faults.some(({ tier }) => tier === "block");
  return isTitleJudged ? faults : [...titleWithoutName(input), ...faults];
}

function tierOf(section: SectionKey, { evidence }: NearMiss): Tier {
  if (evidence === "place") return "hint";
  return section === "title" ? "block" : "warn";
}

function isNamed(title: string, register: BureauRegister, scope: Scope): boolean {
  const { name, shortNames, regionNames } = register;
  const head = title.replace(/^[0-9０-９]{4}年度?/, "");
  const regions = regionNames.filter(Boolean);
  const isWhole = regions.some((region) => title.includes(region));
  // 区司法局 is a name only at the head: 老城区司法局 is another bureau.
  const isShort = shortNames.some((short) => short !== "" && head.startsWith(short));
  const isLong = [name, ...shortNames].some((full) => {
    return title.includes(full) && (full === name || regions.some((r) => full.startsWith(r)));
  });
  // 汇总 reports speak for the area and carry its name.
  return isLong || isShort || (scope === "area" && isWhole);
}

const organ = /\p{L}{2,20}(?:局|委员会|办公室|办公厅|人民政府|街道办事处|管委会)/u;

/** A title that names another organ is wrong; one that names none may only be short. */
function titleWithoutName({ sections, register, identity }: CheckInput): Fault[] {
  const title = paragraphsOf(sections, "title").join("").replace(/\s+/g, "");
  if (title === "" || isNamed(title, register, identity.scope)) return [];
  const other = organ.exec(title)?.[0];
  return [
    {
      section: "title",
      tier: other ? "block" : "warn",
      message: other
        ? `标题中的机关名称“${other}”不是登记名称“${register.name}”`
        : `标题中没有登记名称“${register.name}”`,
      expected: register.name,
      ...(other && { actual: other }),
      advice: `在标题中写“${register.name}”`,
      operands: [register.name, other ?? "none"],
    },
  ];
}
