namespace BlogKit.Internal;

/// <summary>Collects every rule that an input breaks, so that all are told at once.</summary>
internal sealed class InputErrors
{
    private readonly ImmutableArray<BlogError>.Builder _errors = ImmutableArray.CreateBuilder<BlogError>();

    public bool Any => _errors.Count > 0;

    public ImmutableArray<BlogError> ToImmutable() => _errors.ToImmutable();

    public void Add(string code, string field, string template, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        _errors.Add(BlogError.Of(ErrorKind.Invalid, code, template, field, arguments));

    /// <summary>Checks a text that must have something to read in it.</summary>
    public void RequiredText(string? text, int maximumLength, string field)
    {
        if (text is null || !TextRules.HasSomethingToSee(text))
        {
            Add(
                text?.Contains('\0', StringComparison.Ordinal) is true ? ErrorCodes.InvalidText : ErrorCodes.Required,
                field,
                "{field} is required.");
            return;
        }

        Text(text, maximumLength, field);
    }

    /// <summary>Checks a text that may be missing.</summary>
    public void Text(string? text, int maximumLength, string field)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length > maximumLength)
        {
            Add(
                ErrorCodes.TooLong,
                field,
                "{field} has {length} characters; at most {max} are allowed.",
                ("length", text.Length),
                ("max", maximumLength));
        }
        else if (!TextRules.IsStorable(text))
        {
            Add(ErrorCodes.InvalidText, field, "{field} has characters that cannot be stored (U+0000 or half a surrogate pair).");
        }
    }

    /// <summary>Checks an address that may be missing: http or https, absolute or from the root of the host.</summary>
    public void Picture(Uri? url, int maximumLength, string field)
    {
        if (url is null)
        {
            return;
        }

        Text(url.OriginalString, maximumLength, field);
        if (!PersonText.IsRootedPath(url.OriginalString) && !PersonText.IsWebAddress(url))
        {
            Add(
                ErrorCodes.InvalidUrl,
                field,
                "{field} must be an absolute http or https address, or a path that begins with a single slash.");
        }
    }

    /// <summary>Checks that a value is one of its enumeration.</summary>
    public void Defined<TEnum>(TEnum value, string field)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            Add(ErrorCodes.OutOfRange, field, "{field} is not one of {allowed}.", ("allowed", string.Join(", ", Enum.GetNames<TEnum>())));
        }
    }

    /// <summary>Checks that a span of time that has both ends has something in it.</summary>
    public void Span(DateTimeOffset? from, DateTimeOffset? until, string untilField)
    {
        if (from >= until)
        {
            Add(ErrorCodes.OutOfRange, untilField, "{field} must be later than From.");
        }
    }

    /// <summary>Checks when a thread closes by itself.</summary>
    public void Closing(int? days, int? count)
    {
        if (days is < 0)
        {
            Add(ErrorCodes.OutOfRange, "Comments.CloseAfterDays", "{field} must not be negative; 0 means never.");
        }

        if (count is < 0)
        {
            Add(ErrorCodes.OutOfRange, "Comments.CloseAfterCount", "{field} must not be negative; 0 means never.");
        }
    }

    /// <summary>Checks that a list is not longer than allowed.</summary>
    public void Count(int count, int maximum, string field)
    {
        if (count > maximum)
        {
            Add(ErrorCodes.TooMany, field, "{field} has {count} entries; at most {max} are allowed.", ("count", count), ("max", maximum));
        }
    }

    /// <summary>Checks a single-line name: something visible, no control characters, none that turn the reading direction.</summary>
    public void Name(string? name, int maximumLength, string field)
    {
        var before = _errors.Count;
        RequiredText(name, maximumLength, field);
        if (_errors.Count == before && name is not null && (!PersonText.IsPlainLine(name) || NameKey.From(name).Length == 0))
        {
            Add(ErrorCodes.InvalidName, field, "{field} has control characters, or nothing that can be seen.");
        }
    }
}
