namespace BlogKit.Interchange.Internal;

/// <summary>Counts what was written and keeps what is to be told of it.</summary>
internal sealed class WxrLedger(WxrWriterOptions options)
{
    private static readonly WxrItemKind[] Kinds = Enum.GetValues<WxrItemKind>();

    private readonly int _maximum = options.MaximumNotes;
    private readonly Action<WxrWriterNote>? _noted = options.Noted;
    private readonly long[] _written = new long[Kinds.Length];
    private readonly long[] _altered = new long[Kinds.Length];
    private readonly long[] _leftOut = new long[Kinds.Length];
    private readonly ImmutableArray<WxrWriterNote>.Builder _notes = ImmutableArray.CreateBuilder<WxrWriterNote>();
    private long _further;

    /// <summary>The number of comments that are done.</summary>
    public long Comments => _written[(int)WxrItemKind.Comment] + _leftOut[(int)WxrItemKind.Comment];

    /// <summary>Counts an item that was written, and tells what is otherwise in it.</summary>
    public void Write(WxrItemKind kind, string id, WxrAlterations alterations)
    {
        _written[(int)kind]++;
        var altered = alterations.Take();
        _altered[(int)kind] += altered.Count > 0 ? 1 : 0;
        foreach (var (member, detail) in altered)
        {
            Note(new WxrWriterNote(kind, id, false, member, detail));
        }
    }

    /// <summary>Counts an item that was left out, and tells why.</summary>
    public void LeaveOut(WxrItemKind kind, string id, string reason)
    {
        _leftOut[(int)kind]++;
        Note(new WxrWriterNote(kind, id, true, "item", reason));
    }

    public WxrWriterReport ToReport() => new()
    {
        Counts = [.. Kinds.Select(kind => new WxrWriterCount(kind, _written[(int)kind], _altered[(int)kind], _leftOut[(int)kind]))],
        Notes = _notes.ToImmutable(),
        FurtherNotes = _further,
    };

    private void Note(WxrWriterNote note)
    {
        _noted?.Invoke(note);
        if (_notes.Count < _maximum)
        {
            _notes.Add(note);
        }
        else
        {
            _further++;
        }
    }
}
