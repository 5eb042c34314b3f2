namespace BlogKit.Interchange.Internal;

/// <summary>The custom fields of an item, a term or a comment: names and values, some of plugins, some of authors.</summary>
internal sealed class WxrMetas
{
    private const int MaximumExtraLength = 4000;
    private const int MaximumLength = 8 * 1024 * 1024;
    private const int MaximumNotes = 100;

    // What WordPress keeps for itself and is of no use anywhere else.
    private static readonly string[] Noise = ["_edit_last", "_edit_lock", "_pingme", "_encloseme", "_wp_page_template", "_oembed_"];

    private readonly List<KeyValuePair<string, string>> _all = [];
    private readonly List<SourceNote> _notes = [];
    private int _leftOut;
    private int _length;

    /// <summary>What was left out.</summary>
    public IReadOnlyList<SourceNote> Notes => _leftOut == 0
        ? _notes
        :
        [
            .. _notes,
            new SourceNote(
                SourceNoteKind.LeftOut, "fields", $"There are too many custom fields, or too long ones; {_leftOut} were left out."),
        ];

    /// <summary>Reads one field, whose element is at the depth.</summary>
    public void Read(WxrElements xml, int depth)
    {
        string? key = null;
        string? value = null;
        var isTooLong = false;
        while (xml.ReadChild(depth))
        {
            if (xml.Is(WxrSpace.WordPress, "meta_key"))
            {
                key = xml.ReadField();
                _leftOut += key is null ? 1 : 0;
            }
            else if (xml.Is(WxrSpace.WordPress, "meta_value"))
            {
                value = xml.ReadField();
                isTooLong = value is null;
            }
        }

        if (Texts.OrNull(key) is not { } name || Array.Exists(Noise, noise => name.StartsWith(noise, StringComparison.Ordinal)))
        {
            return;
        }

        if (isTooLong)
        {
            LeaveOut(name, BoundedXml.MaximumFieldLength);
        }
        else if (_all.Count >= WxrRules.MaximumMetas || _length + name.Length + (value?.Length ?? 0) > MaximumLength)
        {
            _leftOut++;
        }
        else
        {
            _all.Add(new(name, value ?? ""));
            _length += name.Length + (value?.Length ?? 0);
        }
    }

    /// <summary>Takes the first value of a name; null when there is none. What is taken is no extra any more.</summary>
    public string? Take(string name)
    {
        var value = (string?)null;
        foreach (var each in TakeAll(name))
        {
            value ??= Texts.OrNull(each);
        }

        return value;
    }

    /// <summary>Takes all values of a name.</summary>
    public IReadOnlyList<string> TakeAll(string name)
    {
        List<string> values = [];
        _all.RemoveAll(meta =>
        {
            var isNamed = string.Equals(meta.Key, name, StringComparison.Ordinal);
            if (isNamed)
            {
                values.Add(meta.Value);
            }

            return isNamed;
        });
        return values;
    }

    /// <summary>Takes the fields that an author wrote: those whose names do not begin with a line.</summary>
    public ImmutableSortedDictionary<string, string> TakeFields()
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in _all)
        {
            if (name[0] != '_' && !fields.TryAdd(name, value))
            {
                _notes.Add(new SourceNote(
                    SourceNoteKind.LeftOut, "fields", $"'{Texts.Start(name)}' is there again; the first value was taken."));
            }
        }

        _all.RemoveAll(static meta => meta.Key[0] != '_');
        return fields.ToImmutable();
    }

    /// <summary>Returns what is left, with what was known before.</summary>
    public ImmutableSortedDictionary<string, string> ToExtras(ImmutableSortedDictionary<string, string> known)
    {
        if (_all.Count == 0)
        {
            return known;
        }

        var extras = known.ToBuilder();
        foreach (var (name, value) in _all)
        {
            // A name that is there again keeps all of its values.
            var all = extras.TryGetValue(name, out var before) ? before + "\n" + value : value;
            if (all.Length > MaximumExtraLength)
            {
                LeaveOut(name, MaximumExtraLength);
            }
            else if (before is not null || extras.Count < ImportItem.MaximumExtras)
            {
                extras[name] = all;
            }
            else
            {
                _notes.Add(new SourceNote(
                    SourceNoteKind.LeftOut,
                    "extras",
                    $"'{Texts.Start(name)}' was left out: {ImportItem.MaximumExtras} are kept of one item."));
            }
        }

        _all.Clear();
        return extras.ToImmutable();
    }

    private void LeaveOut(string name, int limit)
    {
        if (_notes.Count == MaximumNotes)
        {
            _leftOut++;
            return;
        }

        _notes.Add(new SourceNote(
            SourceNoteKind.LeftOut, "extras", $"'{Texts.Start(name)}' was left out: it is longer than {limit} characters."));
    }
}
