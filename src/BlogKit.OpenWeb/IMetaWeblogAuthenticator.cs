namespace BlogKit.OpenWeb;

/// <summary>
/// Checks the name and password that an editing program sends by MetaWeblog. BlogKit keeps no passwords: the application registers one that
/// asks its own sign-in, and only then is the endpoint mapped. Limit the rate of the endpoint, or the attempts per name: the interface is
/// asked for every call.
/// </summary>
public interface IMetaWeblogAuthenticator
{
    /// <summary>
    /// Returns the key of the user whose name and password these are; null when they are nobody's. Called for every call, possibly at once;
    /// give tokens for programs rather than people's passwords.
    /// </summary>
    /// <param name="blog">The blog that is to be written to.</param>
    /// <param name="userName">As sent; not trusted.</param>
    /// <param name="password">As sent; not trusted.</param>
    /// <param name="cancellationToken">The request's.</param>
    /// <returns>The key by which authors are found (<see cref="Author.UserKey"/>); null refuses.</returns>
    Task<string?> AuthenticateAsync(Blog blog, string userName, string password, CancellationToken cancellationToken);
}
