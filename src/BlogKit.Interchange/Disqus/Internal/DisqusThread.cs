using System.Text.RegularExpressions;

namespace BlogKit.Interchange.Internal;

/// <summary>One <c>thread</c> of an export.</summary>
internal sealed partial class DisqusThread(DisqusFields fields, DisqusSeen seen)
{
    private const string Kind = "thread";
    private const int MaximumExtraLength = 4000;

    private static readonly string[] OfPosts = ["author/email", "author/link", "author/name", "author/username", "ipAddress"];

    private readonly List<SourceNote> _notes = [];

    /// <summary>Makes the item of it.</summary>
    public ImportItem ToItem()
    {
        if (fields.Id is not { } id)
        {
            return DisqusItems.Nameless(fields, Kind);
        }

        if (!seen.AddThread(id))
        {
            return DisqusItems.Again(fields, Kind, id);
        }

        if (fields.Flag("isDeleted") is not false)
        {
            var isDeleted = fields.Flag("isDeleted") is true;
            seen.Refuse(id, isDeleted ? "it was deleted there" : "whether it was deleted there is not known");
            return DisqusItems.Unusable(
                fields,
                Kind,
                id,
                isDeleted
                    ? "It was deleted there, and its comments are not brought in either."
                    : DisqusItems.Unknown("isDeleted", fields["isDeleted"], "whether its comments may be shown is not known"));
        }

        var thread = new ImportedThread
        {
            OriginalId = id,
            Address = fields["link"],
            Identifiers = Identifiers(),
            Title = Texts.Plain(fields["title"] ?? ""),
            IsClosed = IsClosed(),
            Extras = Extras(),
            Place = fields.Place,
        };
        foreach (var name in fields.TooLong.Except(OfPosts, StringComparer.Ordinal))
        {
            LeaveOut(name, $"Its {name} is longer than {BoundedXml.MaximumFieldLength} characters and was left out.");
        }

        if (fields.Message is null)
        {
            LeaveOut("message", "Its message is longer than a text may be and was left out.");
        }

        return thread with { Notes = [.. _notes] };
    }

    // The plugin of WordPress names a page by its number there and its address, with a blank between them.
    private ImmutableArray<string> Identifiers() =>
        fields["id"] is not { } id ? []
        : NumberAndAddress().Match(id) is { Success: true } match ? [match.Groups["number"].Value, match.Groups["address"].Value]
        : [id];

    private bool IsClosed()
    {
        if (fields.Flag("isClosed") is { } isClosed)
        {
            return isClosed;
        }

        _notes.Add(new SourceNote(
            SourceNoteKind.UnknownValue, "isClosed", $"'{Texts.Start(fields["isClosed"] ?? "")}' is neither true nor false: it is open."));
        return false;
    }

    private ImmutableSortedDictionary<string, string> Extras()
    {
        var extras = ImportedExtras.None;
        foreach (var (name, value) in new[]
        {
            ("createdAt", fields["createdAt"]), ("forum", fields["forum"]), ("id", fields["id"]), ("message", Texts.OrNull(fields.Message)),
        })
        {
            if (value is { Length: <= MaximumExtraLength })
            {
                extras = extras.Add(name, value);
            }
            else if (value is not null)
            {
                LeaveOut(name, $"Its {name} is longer than {MaximumExtraLength} characters and is not kept with its origin.");
            }
        }

        return extras;
    }

    private void LeaveOut(string name, string detail) => _notes.Add(new SourceNote(SourceNoteKind.LeftOut, name, detail));

    [GeneratedRegex(
        @"^(?<number>[0-9]{1,20})\s+(?<address>https?://\S+)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberAndAddress();
}
