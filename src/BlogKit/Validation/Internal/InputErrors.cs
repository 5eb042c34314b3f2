using System.Collections.Immutable;
using System.Globalization;

namespace BlogKit.Internal;

/// <summary>Collects every rule that an input breaks, so that all are told at once.</summary>
internal sealed class InputErrors
{
    private readonly ImmutableArray<BlogError>.Builder _errors = ImmutableArray.CreateBuilder<BlogError>();

    public bool Any => _errors.Count > 0;

    public ImmutableArray<BlogError> ToImmutable() => _errors.ToImmutable();

    public void Add(string code, string field, string message) => _errors.Add(new BlogError(ErrorKind.Invalid, code, message, field));

    /// <summary>Checks a text that must have something to read in it.</summary>
    public void RequiredText(string? text, int maximumLength, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(ErrorCodes.Required, field, $"{field} is required.");
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
            Add(ErrorCodes.TooLong, field, string.Create(
                CultureInfo.InvariantCulture, $"{field} has {text.Length:N0} characters; at most {maximumLength:N0} are allowed."));
        }
        else if (!TextRules.IsStorable(text))
        {
            Add(ErrorCodes.InvalidText, field, $"{field} has characters that cannot be stored (U+0000 or half a surrogate pair).");
        }
    }

    /// <summary>Checks that a list is not longer than allowed.</summary>
    public void Count(int count, int maximum, string field)
    {
        if (count > maximum)
        {
            Add(ErrorCodes.TooMany, field, string.Create(
                CultureInfo.InvariantCulture, $"{field} has {count:N0} entries; at most {maximum:N0} are allowed."));
        }
    }

    /// <summary>Checks a single-line name: something visible, no control characters, none that turn the reading direction.</summary>
    public void Name(string? name, int maximumLength, string field)
    {
        var before = _errors.Count;
        RequiredText(name, maximumLength, field);
        if (_errors.Count == before && name is not null && (!PersonText.IsPlainLine(name) || NameKey.From(name).Length == 0))
        {
            Add(ErrorCodes.InvalidName, field, $"{field} has control characters, or nothing that can be seen.");
        }
    }
}
