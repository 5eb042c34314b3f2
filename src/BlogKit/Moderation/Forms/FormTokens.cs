using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace BlogKit.Moderation;

/// <summary>
/// Tokens signed with HMAC-SHA256 (RFC 2104, FIPS 198-1) over the post and the moment they were issued. Nothing is stored: a token may be
/// sent more than once until it is too old, which the idempotency of submissions and the duplicates policy see to. Immutable and
/// thread-safe.
/// </summary>
public sealed class FormTokens : IFormTokens
{
    private const byte FormatVersion = 1;
    private const int TimeLength = 6;
    private const int HeadLength = 1 + TimeLength;
    private const int PostLength = 16;

    // 39 bytes fill 52 characters to the last bit: no two texts decode to the same token.
    private const int TokenLength = HeadLength + SHA256.HashSizeInBytes;
    private const int TextLength = TokenLength / 3 * 4;

    private static readonly TimeSpan s_largestLead = TimeSpan.FromMinutes(1);

    private readonly byte[][] _keys;
    private readonly TimeSpan _maximumAge;
    private readonly TimeProvider _clock;

    /// <summary>Creates it with the keys of the options, or with a random key when there is none.</summary>
    /// <exception cref="ArgumentException">The options are not valid; the message names the key and its rule.</exception>
    public FormTokens(FormTokenOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        var failures = new List<string>();
        options.Check(nameof(FormTokenOptions), failures);
        if (failures.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', failures), nameof(options));
        }

        var key = options.Key is null
            ? RandomNumberGenerator.GetBytes(FormTokenOptions.MinimumKeyLength)
            : Convert.FromBase64String(options.Key);
        _keys = [key, .. options.PreviousKeys.Select(Convert.FromBase64String)];
        _maximumAge = options.MaximumAge;
        _clock = clock;
    }

    /// <inheritdoc/>
    public string Issue(PostId postId)
    {
        Span<byte> token = stackalloc byte[TokenLength];
        token[0] = FormatVersion;
        Span<byte> time = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(time, _clock.GetUtcNow().ToUnixTimeMilliseconds());
        time[^TimeLength..].CopyTo(token[1..]);
        Sign(_keys[0], postId, token[..HeadLength], token[HeadLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <inheritdoc/>
    public FormFacts Read(PostId postId, string? token, string? trap)
    {
        var isTrapFilled = !string.IsNullOrEmpty(trap);
        if (string.IsNullOrEmpty(token))
        {
            return new FormFacts(isTrapFilled, FormTokenState.Missing, Elapsed: null);
        }

        if (IssuedAt(postId, token) is not { } issuedAt)
        {
            return new FormFacts(isTrapFilled, FormTokenState.Invalid, Elapsed: null);
        }

        // The clocks of several hosts differ, so a token from another host may be issued slightly in the future. If it lies further ahead,
        // the clock was set back meanwhile, and it is unknown how long the form was open.
        var elapsed = _clock.GetUtcNow() - issuedAt;
        return elapsed > _maximumAge || elapsed < -s_largestLead
            ? new FormFacts(isTrapFilled, FormTokenState.Expired, Elapsed: null)
            : new FormFacts(isTrapFilled, FormTokenState.Valid, elapsed < TimeSpan.Zero ? TimeSpan.Zero : elapsed);
    }

    private DateTimeOffset? IssuedAt(PostId postId, string text)
    {
        Span<byte> token = stackalloc byte[TokenLength];
        if (text.Length != TextLength || !IsAlphabet(text) || !Base64Url.TryDecodeFromChars(text, token, out var length)
            || length != TokenLength || token[0] != FormatVersion || !IsSigned(postId, token))
        {
            return null;
        }

        Span<byte> time = stackalloc byte[sizeof(long)];
        time.Clear();
        token[1..HeadLength].CopyTo(time[^TimeLength..]);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(time));
    }

    private bool IsSigned(PostId postId, ReadOnlySpan<byte> token)
    {
        Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var key in _keys)
        {
            Sign(key, postId, token[..HeadLength], signature);
            if (CryptographicOperations.FixedTimeEquals(signature, token[HeadLength..]))
            {
                return true;
            }
        }

        return false;
    }

    private static void Sign(byte[] key, PostId postId, ReadOnlySpan<byte> head, Span<byte> signature)
    {
        var purpose = "BlogKit comment form"u8;
        Span<byte> message = stackalloc byte[64];
        purpose.CopyTo(message);
        head.CopyTo(message[purpose.Length..]);
        postId.Value.TryWriteBytes(message[(purpose.Length + HeadLength)..], bigEndian: true, out _);
        HMACSHA256.HashData(key, message[..(purpose.Length + HeadLength + PostLength)], signature);
    }

    // The decoder passes over white space and padding: a token with either is not what was issued.
    private static bool IsAlphabet(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
