// A server of one actor, robin, made with Fedify. Prints one line of JSON with its port, then obeys
// lines of JSON on its standard input and answers each with a line, until the input ends:
//   {"do":"post","html":…,"at":…,"alt":…}   {"do":"edit","n":…,"html":…,"at":…}   {"do":"delete","n":…}
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import {
  Announce,
  Create,
  createFederation,
  Image,
  MemoryKvStore,
  Note,
  Person,
  PUBLIC_COLLECTION,
} from "@fedify/fedify";
import { Temporal } from "@js-temporal/polyfill";

const PAGE = 5;
const posts = [];
const federation = createFederation({ kv: new MemoryKvStore(), allowPrivateAddress: true });
const time = (text) => (text ? Temporal.Instant.from(text) : undefined);

federation.setActorDispatcher("/people/{identifier}/self", (context, identifier) =>
  identifier !== "robin"
    ? null
    : new Person({
        id: context.getActorUri(identifier),
        preferredUsername: identifier,
        inbox: context.getInboxUri(identifier),
        outbox: context.getOutboxUri(identifier),
      }),
);
federation.setInboxListeners("/people/{identifier}/inbox");

const noteId = (context, n) => context.getObjectUri(Note, { identifier: "robin", n: String(n) });
const note = (context, n) =>
  new Note({
    id: noteId(context, n),
    attribution: context.getActorUri("robin"),
    to: PUBLIC_COLLECTION,
    content: posts[n].html,
    published: time(posts[n].at),
    updated: time(posts[n].edited),
    attachments: posts[n].alt
      ? [new Image({ url: new URL("/cup.png", context.origin), mediaType: "image/png", name: posts[n].alt })]
      : [],
  });
federation.setObjectDispatcher(Note, "/people/{identifier}/notes/{n}", (context, { n }) =>
  posts[n] && !posts[n].gone ? note(context, n) : null,
);

const activity = (context, n) => {
  const common = {
    id: new URL(`/activities/${n}`, context.origin),
    actor: context.getActorUri("robin"),
    to: PUBLIC_COLLECTION,
    published: time(posts[n].at),
  };
  return posts[n].shares === undefined
    ? new Create({ ...common, object: note(context, n) })
    : new Announce({ ...common, object: noteId(context, posts[n].shares) });
};
federation
  .setOutboxDispatcher("/people/{identifier}/outbox", (context, identifier, cursor) => {
    const standing = [...posts.keys()].filter((n) => !posts[n].gone).reverse();
    const from = Number(cursor);
    return {
      items: standing.slice(from, from + PAGE).map((n) => activity(context, n)),
      nextCursor: from + PAGE < standing.length ? String(from + PAGE) : null,
    };
  })
  .setFirstCursor(() => "0")
  .setCounter(() => posts.filter((post) => !post.gone).length);

const server = createServer(async (request, response) => {
  const address = new URL(request.url, `http://${request.headers.host}`);
  const asked = new Request(address, { method: request.method, headers: request.headers });
  const answer = await federation.fetch(asked, { contextData: undefined });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
});

const obey = ({ do: what, n, ...more }) => {
  if (what === "post") posts.push(more);
  if (what === "edit") Object.assign(posts[n], { html: more.html, edited: more.at });
  if (what === "delete") posts[n].gone = true;
};
const say = (line) => process.stdout.write(JSON.stringify(line) + "\n");
createInterface({ input: process.stdin })
  .on("line", (line) => {
    obey(JSON.parse(line));
    say({ handbell: "done", posts: posts.length });
  })
  .on("close", () => process.exit(0));
server.listen(0, "127.0.0.1", () => say({ handbell: "ready", port: server.address().port }));
