using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using BlogKit.Internal;

namespace BlogKit;

/// <summary>
/// Identifies who did something: whose comment, vote, flag or entry of the log it is. Two keys are equal when they are written alike,
/// letter by letter. <c>default</c> is <see cref="Anonymous"/>. Always storable: it is never empty and has neither U+0000 nor half a
/// surrogate pair. Immutable.
/// </summary>
[JsonConverter(typeof(ActorKeyJsonConverter))]
public readonly record struct ActorKey
{
    private const string AnonymousText = "anonymous";
    private const string SystemText = "system";
    private const string GuestPrefix = "guest:";
    private const string UserPrefix = "user:";
    private const string AuthorPrefix = "author:";

    // An identity has one spelling here, so that a key that is an author's equals that author's key. Guid would take others, too.
    private static readonly SearchValues<char> s_idDigits = SearchValues.Create("0123456789abcdef");

    // Null for nobody known, so that default is a valid key.
    private readonly string? _text;

    private ActorKey(string text) => _text = text;

    /// <summary>The key of an unknown visitor, written <c>anonymous</c>.</summary>
    public static ActorKey Anonymous => default;

    /// <summary>The key of the application itself, written <c>system</c>.</summary>
    public static ActorKey System { get; } = new(SystemText);

    /// <summary>
    /// The kind of actor; null for a text of another form, which an application or another version stored: it is kept as it is and equals
    /// itself alone.
    /// </summary>
    public ActorKind? Kind => _text switch
    {
        null => ActorKind.Anonymous,
        SystemText => ActorKind.System,
        _ when HasValue(GuestPrefix) => ActorKind.Guest,
        _ when HasValue(UserPrefix) => ActorKind.User,
        _ when AuthorId is not null => ActorKind.Author,
        _ => null,
    };

    /// <summary>The application's own key of the user; null unless <see cref="Kind"/> is <see cref="ActorKind.User"/>.</summary>
    public string? UserKey => HasValue(UserPrefix) ? _text[UserPrefix.Length..] : null;

    /// <summary>The author; null unless <see cref="Kind"/> is <see cref="ActorKind.Author"/>.</summary>
    public AuthorId? AuthorId =>
        HasValue(AuthorPrefix)
            && !_text.AsSpan(AuthorPrefix.Length).ContainsAnyExcept(s_idDigits)
            && Guid.TryParseExact(_text.AsSpan(AuthorPrefix.Length), "N", out var id)
            ? new(id)
            : null;

    /// <summary>Returns the key of a guest, written <c>guest:HASH</c>: the SHA-256 hash of their secret, which is in no key.</summary>
    /// <param name="secret">At least 16 characters of unguessable text, as <see cref="Actor.Guest(string)"/> takes it.</param>
    /// <exception cref="ArgumentException">The secret is too short to be one.</exception>
    public static ActorKey Guest(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return secret.Length < 16
            ? throw new ArgumentException("A guest's secret has at least 16 characters.", nameof(secret))
            : new(GuestPrefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret))));
    }

    /// <summary>Returns the key of a signed-in user of the application, written <c>user:KEY</c>.</summary>
    /// <param name="key">The application's own, stable key of the user; opaque to BlogKit.</param>
    /// <exception cref="ArgumentException">
    /// The key is empty or white space alone, or has characters that cannot be stored (U+0000 or half a surrogate pair).
    /// </exception>
    public static ActorKey User(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return TextRules.IsStorable(key)
            ? new(UserPrefix + key)
            : throw new ArgumentException("The key has U+0000 or half a surrogate pair, which cannot be stored.", nameof(key));
    }

    /// <summary>Returns the key of a registered author, written <c>author:ID</c>.</summary>
    /// <param name="id">The author.</param>
    public static ActorKey Author(AuthorId id) => new($"{AuthorPrefix}{id}");

    /// <summary>
    /// Parses the text that <see cref="ToString"/> writes. A text of no known form is taken as it is, see <see cref="Kind"/>.
    /// </summary>
    /// <exception cref="FormatException">
    /// <paramref name="s"/> is empty, a user's or guest's with nothing but white space, or has characters that cannot be stored.
    /// </exception>
    public static ActorKey Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var key)
            ? key
            : throw new FormatException(
                "An actor's key is not empty, names a user or guest if it is of one, and has neither U+0000 nor half a surrogate pair.");
    }

    /// <summary>
    /// Parses the text that <see cref="ToString"/> writes; returns false, and <see cref="Anonymous"/>, for null and for a text that
    /// <see cref="Parse(string)"/> refuses.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out ActorKey result)
    {
        var isKey = !string.IsNullOrEmpty(s) && TextRules.IsStorable(s) && !IsBlank(s, UserPrefix) && !IsBlank(s, GuestPrefix);
        result = isKey && s is not AnonymousText ? new ActorKey(s!) : default;
        return isKey;
    }

    /// <summary>
    /// Returns the key as it is stored, logged and shown to programs: <c>author:ID</c>, <c>user:KEY</c>, <c>guest:HASH</c>, <c>system</c>
    /// or <c>anonymous</c>.
    /// </summary>
    public override string ToString() => _text ?? AnonymousText;

    private static bool IsBlank(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) && text.AsSpan(prefix.Length).IsWhiteSpace();

    [MemberNotNullWhen(true, nameof(_text))]
    private bool HasValue(string prefix) =>
        _text is not null && _text.Length > prefix.Length && _text.StartsWith(prefix, StringComparison.Ordinal);
}
