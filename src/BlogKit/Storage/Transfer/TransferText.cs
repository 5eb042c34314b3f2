using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BlogKit.Internal;

namespace BlogKit.Storage;

/// <summary>
/// Writes items of a copy as JSON objects and reads them back: <c>{"kind":"post","post":{…}}</c>, on one line, in UTF-8. Members have
/// lower-case first letters, values of enumerations their names, moments ISO 8601 in UTC, identities 32 hexadecimal digits and bytes
/// Base64; a member that has nothing is left out. Reading is strict: whatever is not exactly that is refused. Stateless and thread-safe.
/// </summary>
public static class TransferText
{
    private static readonly JsonSerializerOptions s_options = TransferTextOptions.Create();

    private static readonly ImmutableArray<(string Name, JsonTypeInfo Json)> s_kinds =
    [
        Of<TransferredBlog>("blog"),
        Of<TransferredAuthor>("author"),
        Of<TransferredCategory>("category"),
        Of<TransferredSeries>("series"),
        Of<TransferredFooterBlock>("footerBlock"),
        Of<TransferredPost>("post"),
        Of<TransferredFormerSlug>("formerSlug"),
        Of<TransferredPostRevision>("postRevision"),
        Of<TransferredComment>("comment"),
        Of<TransferredCommentRevision>("commentRevision"),
        Of<TransferredFeedback>("feedback"),
        Of<TransferredFlag>("flag"),
        Of<TransferredPurgedComment>("purgedComment"),
        Of<TransferredRecord>("record"),
        Of<TransferredBan>("ban"),
        Of<TransferredDisplayName>("displayName"),
        Of<TransferredAutosave>("autosave"),
        Of<TransferredModel>("model"),
        Of<TransferredImport>("import"),
        Of<TransferredOrigin>("origin"),
        Of<TransferredRedirect>("redirect"),
    ];

    private static readonly FrozenDictionary<string, JsonTypeInfo> s_byName =
        s_kinds.ToFrozenDictionary(static kind => kind.Name, static kind => kind.Json, StringComparer.Ordinal);

    /// <summary>Returns the name that a kind has in texts, as <c>post</c>.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string FormatKind(TransferKind kind) => Enum.IsDefined(kind)
        ? s_kinds[(int)kind].Name
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind.");

    /// <summary>Writes an item, without the end of the line.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="item">The item, as a store reads it.</param>
    /// <exception cref="ArgumentException">The item has a value that no store keeps (<see cref="TransferCheck"/>).</exception>
    public static void Write(IBufferWriter<byte> output, TransferItem item)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(item);
        var (name, json) = s_kinds[(int)item.Kind];
        byte[] members;
        try
        {
            members = JsonSerializer.SerializeToUtf8Bytes(item, json);
        }
        catch (JsonException fault)
        {
            throw new ArgumentException($"The item of the kind {name} cannot be written: {fault.Message}", nameof(item), fault);
        }

        output.Write("{\"kind\":\""u8);
        Encoding.UTF8.GetBytes(name, output);

        // The members begin with the brace that the kind stands behind.
        output.Write("\","u8);
        output.Write(members.AsSpan(1));
    }

    /// <summary>
    /// Reads an item. Refused are anything but one JSON object, a kind that is not known or not in front, members that are not known, are
    /// there twice or are missing, values of another type, values of enumerations that are not known, moments that are not in UTC, and
    /// more than 64 objects and lists in each other. Whether a store can hold it, <see cref="TransferCheck"/> says.
    /// </summary>
    /// <param name="utf8">The text in UTF-8, without a byte order mark.</param>
    /// <exception cref="FormatException">It is not the text of an item; the message says why, as sentences for people.</exception>
    public static TransferItem Read(ReadOnlySpan<byte> utf8)
    {
        byte[]? rented = null;
        try
        {
            var (json, start) = ReadKind(utf8);

            // The members again as an object of their own.
            rented = ArrayPool<byte>.Shared.Rent(utf8.Length - start + 1);
            rented[0] = (byte)'{';
            utf8[start..].CopyTo(rented.AsSpan(1));
            return JsonSerializer.Deserialize(rented.AsSpan(0, utf8.Length - start + 1), json) as TransferItem
                ?? throw new FormatException("It is no item.");
        }
        catch (JsonException fault)
        {
            throw new FormatException(Say(fault), fault);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or OverflowException)
        {
            // Half a surrogate pair, bytes that are no UTF-8, and values that the type of a member refuses.
            throw new FormatException($"A text or value in it is none: {fault.Message}", fault);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private static (JsonTypeInfo Json, int Start) ReadKind(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            throw new FormatException("It is no JSON object.");
        }

        if (!reader.Read() || reader.TokenType is not JsonTokenType.PropertyName || !reader.ValueTextEquals("kind"u8)
            || !reader.Read() || reader.TokenType is not JsonTokenType.String)
        {
            throw new FormatException("Its first member is not 'kind' with a text.");
        }

        var kind = reader.GetString()!;
        if (!s_byName.TryGetValue(kind, out var json))
        {
            throw new FormatException($"There is no kind '{(kind.Length > 40 ? kind[..40] + "…" : kind)}'.");
        }

        reader.Read();
        return (json, (int)reader.TokenStartIndex);
    }

    // What the reader says of itself, types of .NET and offsets, says nothing to people; the path of the member does.
    private static string Say(JsonException fault)
    {
        var end = fault.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        var message = end < 0 ? fault.Message : fault.Message[..end];
        return fault.Path is { Length: > 1 } path ? $"{message} At {path[1..].TrimStart('.')}." : message;
    }

    private static (string Name, JsonTypeInfo Json) Of<T>(string name)
        where T : TransferItem => (name, s_options.GetTypeInfo(typeof(T)));
}
