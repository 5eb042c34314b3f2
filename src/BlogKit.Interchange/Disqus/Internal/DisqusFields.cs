using System.Collections.Frozen;

namespace BlogKit.Interchange.Internal;

/// <summary>The fields of one thread or post of an export, as they stand there.</summary>
internal sealed class DisqusFields
{
    private const int Depth = 1;

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "createdAt", "forum", "id", "ipAddress", "isApproved", "isClosed", "isDeleted", "isFlagged", "isHighlighted", "isSpam", "link",
        "title");

    private static readonly FrozenSet<string> AuthorNames = FrozenSet.Create(
        StringComparer.Ordinal, "email", "isAnonymous", "link", "name", "username");

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<string> _tooLong = [];

    private DisqusFields(BoundedXml xml)
    {
        Place = xml.Place;
        Id = xml.DisqusId();
    }

    /// <summary>The place where it begins.</summary>
    public SourcePlace Place { get; }

    /// <summary>The identifier that Disqus gave it; null for none.</summary>
    public string? Id { get; }

    /// <summary>The text; null when it is longer than the limit.</summary>
    public string? Message { get; private set; } = "";

    /// <summary>The identifier of the thread it names; null for none.</summary>
    public string? ThreadId { get; private set; }

    /// <summary>Whether it answers another.</summary>
    public bool HasParent { get; private set; }

    /// <summary>The identifier of the post it answers; null for none.</summary>
    public string? ParentId { get; private set; }

    /// <summary>The names of the fields that are longer than any can be.</summary>
    public IReadOnlyList<string> TooLong => _tooLong;

    /// <summary>The value of a field without blanks around it, those of the author by <c>author/</c> and the name; null for none.</summary>
    public string? this[string name] => Texts.OrNull(_values.GetValueOrDefault(name));

    /// <summary>Reads them, from the element of the thread or post to its end.</summary>
    public static DisqusFields Read(BoundedXml xml, int maximumTextLength)
    {
        var fields = new DisqusFields(xml);
        while (xml.ReadChild(Depth))
        {
            if (xml.IsDisqus())
            {
                fields.ReadOne(xml, maximumTextLength);
            }
        }

        return fields;
    }

    /// <summary>The value of a field that is true or false; null when it is neither.</summary>
    public bool? Flag(string name, bool whenMissing = false) =>
        !_values.TryGetValue(name, out var value) ? whenMissing
        : value.Trim() switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => null,
        };

    private void ReadOne(BoundedXml xml, int maximumTextLength)
    {
        switch (xml.Name)
        {
            case "message":
                Message = xml.ReadText(maximumTextLength);
                break;
            case "thread":
                ThreadId = xml.DisqusId();
                break;
            case "parent":
                HasParent = true;
                ParentId = xml.DisqusId();
                break;
            case "author":
                ReadAuthor(xml);
                break;
            case var name when Names.Contains(name):
                Keep(name, xml.ReadField());
                break;
            default:
                break;
        }
    }

    private void ReadAuthor(BoundedXml xml)
    {
        while (xml.ReadChild(Depth + 1))
        {
            if (xml.IsDisqus() && AuthorNames.Contains(xml.Name))
            {
                Keep("author/" + xml.Name, xml.ReadField());
            }
        }
    }

    private void Keep(string name, string? value)
    {
        if (value is not null)
        {
            _values[name] = value;
        }
        else if (!_tooLong.Contains(name, StringComparer.Ordinal))
        {
            _tooLong.Add(name);
        }
    }
}
