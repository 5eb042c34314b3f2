using BlogKit.OpenWeb;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Programs sign in with an author's key.</summary>
internal sealed class KeyNames : IMetaWeblogAuthenticator
{
    public Task<string?> AuthenticateAsync(Blog blog, string userName, string password, CancellationToken cancellationToken) =>
        Task.FromResult(password is "secret" ? userName is "ada" ? Site.AuthorUser : userName : null);
}
