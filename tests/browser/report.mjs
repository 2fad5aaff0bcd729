// Opens pages of clausecheck in Chromium and fails on what a user with or without a mouse, a wide
// screen or good eyes would stumble over. Needs playwright-core and axe-core where Node finds them, and
// a Chromium (CHROMIUM, or /usr/bin/chromium).
//
//   node report.mjs PAGE.html... [--shots FOLDER]
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join, basename } from "node:path";

const require = createRequire(join(process.cwd(), "x.js"));
const { chromium } = require("playwright-core");
const axe = require.resolve("axe-core/axe.min.js");
const args = process.argv.slice(2);
const at = args.indexOf("--shots");
const shots = at < 0 ? null : args.splice(at, 2)[1];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const problems = [];

/** Opens a page and notes every request and every message of the console. */
async function open(file, options) {
  const context = await browser.newContext({ bypassCSP: true, ...options });
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  page.on("request", (request) => {
    if (request.url() !== url) problems.push(`${file}: asked for ${request.url()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`${file}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`${file}: ${error}`));
  await page.goto(url);
  return page;
}

async function violations(page, state) {
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  for (const violation of found.violations) {
    const where = violation.nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ");
    problems.push(`${state}: ${violation.id} (${violation.nodes.length}): ${violation.help}: ${where}`);
  }
}

async function shot(page, name) {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`), timeout: 60_000 });
}

for (const file of args) {
  const name = basename(file, ".html");
  for (const colorScheme of ["light", "dark"]) {
    const page = await open(file, { colorScheme, viewport: { width: 1440, height: 900 } });
    await shot(page, `${name}-${colorScheme}`);
    await violations(page, `${name} ${colorScheme}`);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    await violations(page, `${name} ${colorScheme}, all open`);
    await shot(page, `${name}-${colorScheme}-open`);
    await page.context().close();
  }

  // No pane is wider than its column: what is cut off at the side is not seen.
  const sides = await open(file, { viewport: { width: 1440, height: 900 } });
  const cut = await sides.evaluate(() =>
    [...document.querySelectorAll(".pane")].filter((one) => one.scrollWidth > one.clientWidth + 1).length,
  );
  if (cut) problems.push(`${name}: ${cut} panes are wider than their columns`);
  await sides.context().close();

  // Every stop of the Tab key shows where it is, and none is a trap.
  const page = await open(file, { viewport: { width: 1280, height: 800 } });
  const seen = new Set();
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      const stops = [...document.querySelectorAll("*")];
      return { at: stops.indexOf(one), outline: style.outlineStyle, wide: box.width, tag: one.tagName };
    });
    if (!focus) break;
    if (focus.outline === "none") problems.push(`${name}: no outline on ${focus.tag}`);
    seen.add(focus.at);
  }
  const stops = await page.locator("a[href], summary, input, [tabindex='0']").count();
  if (seen.size < Math.min(5, stops)) problems.push(`${name}: the keyboard reaches only ${seen.size} places`);
  // A finding opens with the keyboard alone, and its passage is found in the text.
  const summary = page.locator("details.finding > summary").first();
  if (await summary.count()) {
    await summary.focus();
    await page.keyboard.press("Enter");
    const open = await page.locator("details.finding").first().evaluate((one) => one.open);
    if (!open) problems.push(`${name}: a finding does not open with the keyboard`);
    const link = page.locator("details.finding a[href*='-e']").first();
    if (await link.count()) {
      const target = (await link.getAttribute("href")).slice(1);
      if (!(await page.locator(`[id="${target}"]`).count())) problems.push(`${name}: ${target} leads nowhere`);
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      await link.focus();
      await page.keyboard.press("Enter");
      const box = await page.locator(`[id="${target}"]`).boundingBox();
      if (!box || box.y < 0 || box.y > 800) problems.push(`${name}: the passage does not come into sight`);
      await shot(page, `${name}-passage`);
    }
    // Without a script, a filter hides what is not wanted.
    const missing = page.locator("#show-missing");
    if (await missing.count()) {
      await missing.uncheck();
      const left = await page.locator("details.finding.v-missing:visible").count();
      if (left) problems.push(`${name}: ${left} findings are shown that were filtered out`);
    }
  }
  const dead = await page.evaluate(() =>
    [...document.querySelectorAll("a[href^='#']")]
      .map((link) => link.getAttribute("href").slice(1))
      .filter((id) => !document.getElementById(id)).length,
  );
  if (dead) problems.push(`${name}: ${dead} links lead nowhere`);
  await page.context().close();

  const narrow = await open(file, { viewport: { width: 320, height: 640 } });
  const wide = await narrow.evaluate(() => document.documentElement.scrollWidth);
  if (wide > 320) problems.push(`${name}: ${wide} pixels wide on a screen of 320`);
  await shot(narrow, `${name}-narrow`);
  await narrow.context().close();

  const bare = await open(file, { javaScriptEnabled: false });
  if (!(await bare.locator("h1").first().isVisible())) problems.push(`${name}: empty without scripts`);
  await bare.context().close();
}
await browser.close();
for (const problem of problems) console.log(problem);
console.log(`${args.length} pages, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
