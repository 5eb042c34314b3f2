using System.Globalization;
using BlogKit.Internal;
using Microsoft.Extensions.Logging;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// A list from configuration and files, read anew when a file changes. Whether one did is looked up at most once in a period, by its time
/// and length (notifications of file systems get lost on network shares and in containers). The list in force is swapped in one step: a
/// comment is judged by the old one or the new one, never by parts. Safe for concurrent use.
/// </summary>
internal sealed class ListSource
{
    private const long MaximumFileLength = 16 * 1024 * 1024;

    private readonly string _name;
    private readonly int _codeVersion;
    private readonly string[] _entries;
    private readonly string[] _files;
    private readonly TimeSpan _period;
    private readonly ListKinds _kinds;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly object?[] _settings;

    private volatile State _state;
    private volatile Deadline _nextLook;
    private int _isReading;

    public ListSource(
        string name,
        int codeVersion,
        string[] entries,
        string[] files,
        TimeSpan period,
        ListKinds kinds,
        TimeProvider clock,
        ILogger logger,
        params object?[] settings)
    {
        _name = name;
        _codeVersion = codeVersion;
        _entries = entries;
        _files = files;
        _period = period;
        _kinds = kinds;
        _clock = clock;
        _logger = logger;
        _settings = settings;
        _state = First();
        _nextLook = Deadline.In(clock, period);
    }

    /// <summary>The digest of what is in force.</summary>
    public string Version => _state.Version;

    /// <summary>
    /// What the list in force says of a comment, with the digest of that list, after a look whether a file changed if it is time for one:
    /// read apart, they could be of two lists.
    /// </summary>
    public (List<ListHit> Hits, string Version) Find(ModerationContext context)
    {
        if (_files.Length > 0 && _nextLook.IsOver && Interlocked.CompareExchange(ref _isReading, 1, 0) == 0)
        {
            try
            {
                Look();
            }
            finally
            {
                _nextLook = Deadline.In(_clock, _period);
                Interlocked.Exchange(ref _isReading, 0);
            }
        }

        var state = _state;
        return (state.List.Find(context), state.Version);
    }

    private State First()
    {
        var stamps = Array.ConvertAll(_files, Stamp);
        var lines = Configured();
        foreach (var file in _files)
        {
            try
            {
                lines.AddRange(Read(file));
            }
            catch (Exception fault) when (IsOfFiles(fault))
            {
                ListLog.Unreadable(_logger, _name, fault);
            }
        }

        var errors = new List<string>();
        var state = Compile(lines, stamps, errors);
        if (errors.Count > 0)
        {
            ListLog.Partial(_logger, _name, errors.Count, errors[0]);
        }

        return state;
    }

    private void Look()
    {
        var stamps = Array.ConvertAll(_files, Stamp);
        if (stamps.AsSpan().SequenceEqual(_state.Stamps))
        {
            return;
        }

        var lines = Configured();
        try
        {
            foreach (var file in _files)
            {
                lines.AddRange(Read(file));
            }
        }
        catch (Exception fault) when (IsOfFiles(fault))
        {
            ListLog.Unreadable(_logger, _name, fault);
            _state = _state with { Stamps = stamps };
            return;
        }

        var errors = new List<string>();
        var state = Compile(lines, stamps, errors);
        if (errors.Count > 0)
        {
            ListLog.Broken(_logger, _name, errors.Count, errors[0]);
            _state = _state with { Stamps = stamps };
            return;
        }

        ListLog.Loaded(_logger, _name, state.List.Count);
        _state = state;
    }

    private State Compile(List<ListLine> lines, (long Time, long Length)[] stamps, List<string> errors)
    {
        var list = CompiledList.Compile(lines, _kinds, errors);
        return new State(list, stamps, RuleVersion.Of(_codeVersion, [.. _settings, lines.Select(static l => l.Text)]));
    }

    private List<ListLine> Configured()
    {
        var lines = new List<ListLine>(_entries.Length);
        for (var i = 0; i < _entries.Length; i++)
        {
            lines.Add(new ListLine(_entries[i], string.Create(CultureInfo.InvariantCulture, $"{_name} Entries:{i}")));
        }

        return lines;
    }

    private static List<ListLine> Read(string file)
    {
        using var stream = File.OpenRead(file);
        if (stream.Length > MaximumFileLength)
        {
            throw new InvalidDataException($"A list must not be longer than {MaximumFileLength} bytes.");
        }

        using var reader = new StreamReader(stream);
        var lines = new List<ListLine>();
        var name = Path.GetFileName(file);
        while (reader.ReadLine() is { } line)
        {
            lines.Add(new ListLine(line, string.Create(CultureInfo.InvariantCulture, $"{name} line {lines.Count + 1}")));
        }

        return lines;
    }

    private static (long Time, long Length) Stamp(string file)
    {
        var info = new FileInfo(file);
        return info.Exists ? (info.LastWriteTimeUtc.Ticks, info.Length) : (0, -1);
    }

    private static bool IsOfFiles(Exception fault) => fault is IOException or UnauthorizedAccessException or InvalidDataException;

    private sealed record State(CompiledList List, (long Time, long Length)[] Stamps, string Version);
}
