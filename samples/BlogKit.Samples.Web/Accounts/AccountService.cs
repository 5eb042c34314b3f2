using Microsoft.AspNetCore.Identity;

namespace BlogKit.Samples.Web.Accounts;

/// <summary>Makes the owner of a fresh blog, and checks passwords.</summary>
internal sealed class AccountService(
    AccountFile accounts, SetUpToken token, IPasswordHasher<Account> hasher, AuthorService authors, BlogService blogs, TimeProvider clock)
    : IDisposable
{
    public const int ShortestPassword = 10;
    public const int LongestPassword = 200;
    private const string BlogKey = "default";
    private static readonly TimeSpan FailureDelay = TimeSpan.FromMilliseconds(400);

    // Compared when there is no such account, so that the answer takes as long.
    private readonly Account _nobody = new(
        "", "", hasher.HashPassword(new Account("", "", ""), Guid.CreateVersion7(clock.GetUtcNow()).ToString()));
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>The account, when name and password are right; null, a little later, when they are not.</summary>
    public async Task<Account?> SignInAsync(string? name, string? password, CancellationToken cancellationToken)
    {
        var found = accounts.Find(name ?? "");
        var account = found ?? _nobody;
        if (password is { Length: > 0 and <= LongestPassword }
            && hasher.VerifyHashedPassword(account, account.PasswordHash, password) is not PasswordVerificationResult.Failed
            && found is not null)
        {
            return found;
        }

        await Task.Delay(FailureDelay, clock, cancellationToken);
        return null;
    }

    /// <summary>
    /// Makes the first account, an administrator of the blog. What is wrong with the input otherwise; the token counts once.
    /// </summary>
    public async Task<(Account? Account, string? Problem)> SetUpAsync(
        string? sent, string? name, string? password, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!token.Opens(sent) || !accounts.IsEmpty)
            {
                return (null, "This address is over. The log of the host has the right one, as long as nobody owns the blog.");
            }

            if (password is not { Length: >= ShortestPassword and <= LongestPassword })
            {
                return (null, $"The password must have {ShortestPassword} to {LongestPassword} characters.");
            }

            if (!string.IsNullOrWhiteSpace(name) && !Actor.IsShowable(name))
            {
                return (null, "The blog shows this name to everybody: choose one that is no e-mail address.");
            }

            var blog = await blogs.GetByKeyAsync(BlogKey, cancellationToken);
            if (!blog.Succeeded)
            {
                return (null, blog.Error.Message);
            }

            var account = new Account(Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"), name?.Trim() ?? "", "");
            account = account with { PasswordHash = hasher.HashPassword(account, password) };
            var author = await authors.CreateAsync(
                new NewAuthor(blog.Value.Id, account.Name)
                {
                    Slug = Slug.From(account.Name),
                    UserKey = account.Id,
                    Roles = BlogRoles.Administrator,
                }, Actor.System, cancellationToken);
            if (!author.Succeeded)
            {
                return (null, author.Error.Code is ErrorCodes.Taken
                    ? "The blog has an author of this name already. Choose another one."
                    : author.Error.Message);
            }

            accounts.Add(account);
            return (account, null);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
