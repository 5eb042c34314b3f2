namespace BlogKit.Samples.Web.Accounts;

/// <summary>Somebody who can sign in.</summary>
/// <param name="Id">Stable; the blog knows the author by it.</param>
/// <param name="Name">What they sign in with.</param>
/// <param name="PasswordHash">As <c>PasswordHasher</c> writes it: salted, many rounds.</param>
internal sealed record Account(string Id, string Name, string PasswordHash);
