// Run by run.sh: the generated types against the running host.
import type { components, paths } from "./client.d.ts";

type Schemas = components["schemas"];
type Posts = paths["/posts"]["get"]["responses"][200]["content"]["application/json"];
type Thread = paths["/posts/{slug}/comments"]["get"]["responses"][200]["content"]["application/json"];

const api = process.env.API!;

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(api + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}

function submit(slug: string, comment: Schemas["NewComment"]): Promise<Response> {
  return fetch(`${api}/posts/${slug}/comments`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
    body: JSON.stringify(comment),
  });
}

const posts = await read<Posts>("/posts");
const slug = posts.items[0]?.slug;
if (!slug) throw new Error("There is no post to read.");
console.log(`listed ${posts.items.length} posts`);

const thread = await read<Thread>(`/posts/${slug}/comments`);
console.log(`read a thread of ${thread.items.length} comments`);

const answer = await submit(slug, { name: "Max", email: "max@example.org", body: "By a *generated* client" });
if (!answer.ok) {
  const problem = (await answer.json()) as Schemas["Problem"];
  throw new Error(`${problem.code}: ${problem.detail}`);
}
const submitted = (await answer.json()) as Schemas["Submitted"];
console.log(`submitted a comment: ${submitted.status}`);

const refusal = await submit(slug, { name: "Max", email: "max@example.org", body: "" });
const problem = (await refusal.json()) as Schemas["Problem"];
if (refusal.status < 400 || refusal.status > 499 || !problem.code) throw new Error(`An empty comment got ${refusal.status}.`);
console.log(`refused an empty comment: ${problem.code}`);
