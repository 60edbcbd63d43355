// push.js URL FOLDER DOCUMENTS BATCH: puts so many documents of about 0.9 KB into a database in FOLDER, then times how they go to the
// server at URL and from there into another database. Prints one line of JSON.
'use strict';

const PouchDB = require('pouchdb-node');

const [url, folder, documents, batch] = process.argv.slice(2);
const count = Number(documents);
const options = { batch_size: Number(batch), batches_limit: 10 };

function document(i) {
  return {
    _id: String(i).padStart(8, '0'), type: 'field.entered', at: 1700000000000 + i, actor: '窗口人员甲',
    body: { field: 'field-' + (i % 20), value: '字'.repeat(230) + i }
  };
}

async function timed(act) {
  const begin = process.hrtime.bigint();
  const result = await act();
  if (!result.ok || result.docs_written !== count) throw new Error('only ' + result.docs_written + ' of ' + count);
  return Number(process.hrtime.bigint() - begin) / 1e9;
}

async function main() {
  const here = new PouchDB(folder + '/here-' + batch);
  for (let i = 0; i < count; i += 1000)
    await here.bulkDocs(Array.from({ length: Math.min(1000, count - i) }, (_, k) => document(i + k)));
  const there = new PouchDB(url + '/bench' + batch);
  const pushed = await timed(() => here.replicate.to(there, options));
  const back = new PouchDB(folder + '/back-' + batch);
  const pulled = await timed(() => back.replicate.from(there, options));
  console.log(JSON.stringify({ batch: Number(batch), pushed: count / pushed, pulled: count / pulled }));
}

main().catch((error) => { console.error(error.message); process.exit(1); });
