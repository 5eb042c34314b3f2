using System.Diagnostics.CodeAnalysis;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// The person or program on whose behalf a service is called. The host builds it from its own authentication and passes it to every
/// service; it is never bound from a request. Immutable; the default permissions are none.
/// </summary>
public sealed record Actor
{
    private Actor()
    {
    }

    /// <summary>A visitor the application does not know.</summary>
    public static Actor Anonymous { get; } = new();

    /// <summary>The application itself, with every permission.</summary>
    public static Actor System { get; } = new()
    {
        Kind = ActorKind.System,
        Key = ActorKey.System,
        Name = "System",
        Roles = BlogRoles.Contributor | BlogRoles.Author | BlogRoles.Editor | BlogRoles.Moderator | BlogRoles.Administrator,
    };

    /// <summary>The kind of actor.</summary>
    public ActorKind Kind { get; private init; }

    /// <summary>The key that owns this actor's comments, votes and reactions; null for <see cref="Anonymous"/>, who owns nothing.</summary>
    public ActorKey? Key { get; private init; }

    /// <summary>
    /// The network a guest's request comes from, in the form the host uses; null for everybody else. Votes, reactions and reports count the
    /// guests of one network as one, because another secret costs nothing.
    /// </summary>
    public string? Network { get; private init; }

    /// <summary>The application's own key of the user; null unless <see cref="Kind"/> is <see cref="ActorKind.User"/>.</summary>
    public string? UserKey { get; private init; }

    /// <summary>The author; null unless <see cref="Kind"/> is <see cref="ActorKind.Author"/>.</summary>
    public AuthorId? AuthorId { get; private init; }

    /// <summary>The only blog the actor has roles in, an author's own; null = the roles hold in every blog of the host.</summary>
    public BlogId? BlogId { get; private init; }

    /// <summary>The name shown; null for guests, who type one, and for anonymous actors.</summary>
    public string? Name { get; private init; }

    /// <summary>
    /// The source of <see cref="Name"/>. A user whom the application gives no name that may be shown is asked for one with the first
    /// comment.
    /// </summary>
    public NameSource NameSource { get; private init; }

    /// <summary>The e-mail address, never shown; null when unknown.</summary>
    public string? Email { get; private init; }

    /// <summary>The picture; null for none.</summary>
    public Uri? AvatarUrl { get; private init; }

    /// <summary>The actor's roles.</summary>
    public BlogRoles Roles { get; private init; }

    /// <summary>Whether the actor may moderate comments.</summary>
    public bool CanModerate => (Roles & (BlogRoles.Moderator | BlogRoles.Editor | BlogRoles.Administrator)) != BlogRoles.None;

    /// <summary>Whether the actor may change every author's posts.</summary>
    public bool CanEditOthers => (Roles & (BlogRoles.Editor | BlogRoles.Administrator)) != BlogRoles.None;

    /// <summary>Whether the actor may write posts at all.</summary>
    public bool CanWrite => (Roles & ~BlogRoles.Moderator) != BlogRoles.None;

    /// <summary>Whether the actor may publish without review.</summary>
    public bool CanPublish => (Roles & (BlogRoles.Author | BlogRoles.Editor | BlogRoles.Administrator)) != BlogRoles.None;

    /// <summary>Whether the actor may change blogs, authors and taxonomy.</summary>
    public bool CanAdminister => (Roles & BlogRoles.Administrator) != BlogRoles.None;

    /// <summary>Returns the actor with the roles they have in one blog: none when they are an author of another.</summary>
    /// <param name="blogId">The blog in which something is to be done.</param>
    public Actor ForBlog(BlogId blogId) => BlogId is { } own && own != blogId ? this with { Roles = BlogRoles.None } : this;

    /// <summary>
    /// Returns a guest recognised by a secret kept in their browser, whose network is unknown: all such guests count as one where guests
    /// are counted. Only a SHA-256 hash of the secret is ever stored.
    /// </summary>
    /// <param name="secret">At least 16 characters of unguessable text, made by the host.</param>
    /// <exception cref="ArgumentException">The secret is too short to be one.</exception>
    public static Actor Guest(string secret) => Guest(secret, NetworkAddress.Unknown);

    /// <summary>Returns a guest recognised by a secret kept in their browser. Only a SHA-256 hash of it is ever stored.</summary>
    /// <param name="secret">At least 16 characters of unguessable text, made by the host.</param>
    /// <param name="network">
    /// The network they come from, see <see cref="NetworkAddress"/>. It is stored as given beside what they say, so let it be a keyed hash.
    /// Not empty, and none of its characters U+0000 or half a surrogate pair.
    /// </param>
    /// <exception cref="ArgumentException">The secret is too short to be one, or the network is empty or cannot be stored.</exception>
    public static Actor Guest(string secret, string network)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(network);
        if (!TextRules.IsStorable(network))
        {
            throw new ArgumentException("The network has U+0000 or half a surrogate pair, which cannot be stored.", nameof(network));
        }

        return new Actor { Kind = ActorKind.Guest, Key = ActorKey.Guest(secret), Network = network };
    }

    /// <summary>Returns a signed-in user of the application.</summary>
    /// <param name="key">The application's own, stable key of the user; opaque to BlogKit.</param>
    /// <param name="name">
    /// The name to show. An e-mail address, or a text with an at sign, is never shown: "Member" stands for it, and <see cref="NameSource"/>
    /// says so.
    /// </param>
    /// <param name="email">Never shown; null when unknown.</param>
    /// <param name="avatarUrl">Null for none.</param>
    /// <param name="roles">The roles that the application gives them. Default none: read and comment.</param>
    /// <exception cref="ArgumentException">
    /// The key or the name is empty, or the key has characters that cannot be stored (U+0000 or half a surrogate pair).
    /// </exception>
    public static Actor User(string key, string name, string? email = null, Uri? avatarUrl = null, BlogRoles roles = BlogRoles.None)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Actor
        {
            Kind = ActorKind.User,
            Key = ActorKey.User(key),
            UserKey = key,
            Name = IsShowable(name) ? name : ShownName.Neutral,
            NameSource = IsShowable(name) ? NameSource.Application : NameSource.Neutral,
            Email = email,
            AvatarUrl = avatarUrl,
            Roles = roles,
        };
    }

    /// <summary>Returns the same user under the name they chose in a blog, see <see cref="DisplayNameService"/>.</summary>
    /// <param name="name">The chosen name.</param>
    /// <exception cref="InvalidOperationException">The application names this actor, or they are no user.</exception>
    /// <exception cref="ArgumentException">The name may not be shown.</exception>
    public Actor WithChosenName(string name) => Renamed(name, NameSource.Chosen);

    /// <summary>
    /// Returns the same user, who has no name that may be shown, named by the neutral word of a blog's language in place of "Member".
    /// </summary>
    /// <param name="word">The word.</param>
    /// <exception cref="InvalidOperationException">The application names this actor, or they are no user.</exception>
    /// <exception cref="ArgumentException">The word may not be shown.</exception>
    public Actor WithNeutralName(string word) => Renamed(word, NameSource.Neutral);

    /// <summary>Returns whether a user's name may be shown to strangers: it is neither an e-mail address nor a part of one.</summary>
    /// <param name="name">The name that the application gives the user.</param>
    public static bool IsShowable([NotNullWhen(true)] string? name) =>
        !string.IsNullOrWhiteSpace(name) && !ShownName.IsAddress(name);

    /// <summary>Returns a registered author, with the roles of their profile.</summary>
    public static Actor Author(Author author)
    {
        ArgumentNullException.ThrowIfNull(author);
        return new Actor
        {
            Kind = ActorKind.Author,
            Key = ActorKey.Author(author.Id),
            AuthorId = author.Id,
            BlogId = author.BlogId,
            Name = author.DisplayName,
            Email = author.Email,
            AvatarUrl = author.AvatarUrl,
            Roles = author.Roles,
        };
    }

    private Actor Renamed(string name, NameSource source)
    {
        if (NameSource is NameSource.Application)
        {
            throw new InvalidOperationException("Only a user whom the application gives no name that may be shown gets another.");
        }

        return IsShowable(name)
            ? this with { Name = name, NameSource = source }
            : throw new ArgumentException("The name is empty, an e-mail address or a part of one.", nameof(name));
    }
}
