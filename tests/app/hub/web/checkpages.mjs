// node checkpages.mjs ADDRESS FOLDER [as=USER:ONE-TIME-PASSWORD] NAME=PATH …: every page in a real Chromium at the size of a phone and of a
// desk, with and without script; as somebody who signs in first, and changes the password, where one is named. Prints what axe-core finds, pages that are wider than the screen and files that do not load; keeps a picture of each in FOLDER.
// Exit code 1 when anything was found. Wants puppeteer-core and axe-core beside it and /usr/bin/chromium.
import fs from 'fs';
import { createRequire } from 'module';
import puppeteer from 'puppeteer-core';

const [address, folder, ...given] = process.argv.slice(2);
const visitor = given.find((one) => one.startsWith('as='))?.slice(3).split(':');
const pages = given.filter((one) => !one.startsWith('as='));
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const sizes = [
  { name: 'phone', width: 390, height: 844, isMobile: true },
  { name: 'desk', width: 1366, height: 768, isMobile: false },
];
const browser = await puppeteer.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
let found = 0;
const tell = (...words) => {
  ++found;
  console.log(...words);
};

if (visitor) {
  const [name, once] = visitor;
  const fresh = 'a sentence nobody guesses 2026';
  const page = await browser.newPage();
  const fill = async (path, values) => {
    await page.goto(address + path, { waitUntil: 'load' });
    for (const [field, value] of Object.entries(values)) await page.type(`#${field}`, value);
    await Promise.all([page.waitForNavigation(), page.click('main form:not([action$="sign-out"]) button')]);
  };
  await fill('/desk/sign-in', { name, password: once });
  await fill('/desk/password', { old: once, fresh, again: fresh });
  if (page.url().includes('/desk/password') || page.url().includes('sign-in')) tell(name, 'could not sign in:', page.url());
  await page.close();
}

for (const size of sizes) {
  for (const one of pages) {
    const cut = one.indexOf('=');
    const [name, path] = [one.slice(0, cut), one.slice(cut + 1)];
    const page = await browser.newPage();
    await page.setViewport({ ...size, deviceScaleFactor: 1 });
    page.on('requestfailed', (request) => tell(size.name, name, 'does not load', request.url()));
    await page.setJavaScriptEnabled(false);
    const answer = await page.goto(address + path, { waitUntil: 'load' });
    if (answer.status() >= 500) tell(size.name, name, 'answers', answer.status());
    const bare = await page.screenshot({ fullPage: true });
    fs.writeFileSync(`${folder}/${name}-${size.name}.png`, bare);
    await page.setJavaScriptEnabled(true);
    await page.setBypassCSP(true); // for axe alone: our policy lets no script in
    await page.goto(address + path, { waitUntil: 'load' });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) tell(size.name, name, 'is wider than the screen by', over);
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    for (const fault of result.violations)
      tell(size.name, name, fault.id, fault.impact, fault.nodes.length, fault.nodes[0].html.slice(0, 200));
    await page.close();
  }
}
await browser.close();
console.log(`${pages.length} pages, ${sizes.length} sizes: ${found} found`);
process.exit(found > 0 ? 1 : 0);
