// API=https://host/api/blog npm run generate && npm run check && npm run try
import type { components, paths } from "./client.d.ts";

type Schemas = components["schemas"];
type Posts = paths["/posts"]["get"]["responses"][200]["content"]["application/json"];

const api = process.env.API ?? "http://127.0.0.1:5000/api/blog";

const posts = (await (await fetch(api + "/posts")).json()) as Posts;
const slugs: string[] = posts.items.map((post) => post.slug);
const comment: Schemas["NewComment"] = { name: "Max", email: "max@example.org", body: "By a *generated* client", url: null, parentId: null };
const answer = await fetch(`${api}/posts/${slugs[0]}/comments`, {
  method: "POST",
  headers: { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
  body: JSON.stringify(comment),
});
if (!answer.ok) {
  const problem = (await answer.json()) as Schemas["Problem"];
  throw new Error(`${problem.code}: ${problem.detail}`);
}
const submitted = (await answer.json()) as Schemas["Submitted"];
console.log(slugs.length, submitted.id, submitted.status);
