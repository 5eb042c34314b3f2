using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using BlogKit.Storage;

namespace BlogKit.Interchange.Internal;

/// <summary>Reads one copy into the store, line by line.</summary>
internal sealed class CopyReading
{
    private static readonly FrozenSet<string> s_kinds = Enum.GetValues<TransferKind>()
        .Select(TransferText.FormatKind).Append(CopyEnd.Name).Append(CopyMedia.KindName).ToFrozenSet(StringComparer.Ordinal);

    private readonly CopyServices _services;
    private readonly LineReader _lines;
    private readonly CopyHeader _header;
    private readonly CopyOptions _options;
    private readonly CopyTally _tally;
    private readonly CancellationToken _cancellationToken;
    private readonly CopyBatch _batch;
    private readonly MediaTaking _media;
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private bool _hasEnded;
    private bool _isWhole;

    public CopyReading(
        CopyServices services,
        LineReader lines,
        CopyHeader header,
        CopyOptions options,
        CopyTally tally,
        CancellationToken cancellationToken)
    {
        (_services, _lines, _header, _options) = (services, lines, header, options);
        (_tally, _cancellationToken) = (tally, cancellationToken);
        _batch = new CopyBatch(services, header.Blog, options, tally, cancellationToken);
        _media = new MediaTaking(services.Media, header.Blog, options, services.Clock, cancellationToken);
    }

    public async Task<CopyReport> RunAsync()
    {
        string? broken = null;
        try
        {
            while (await _lines.ReadAsync(_cancellationToken).ConfigureAwait(false))
            {
                await ReadAsync().ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            broken = "The compression is damaged here, or the file breaks off; what stands behind it is lost.";
        }

        if (!_hasEnded || broken is not null)
        {
            _isWhole = false;
            await _batch.AddAsync(Refuse(
                CopyEnd.Name, broken ?? "The copy breaks off: its end is not there. Items that stood behind this line are lost."))
                .ConfigureAwait(false);
        }

        await foreach (var file in _media.TakeOthersAsync().ConfigureAwait(false))
        {
            await _batch.AddAsync(file).ConfigureAwait(false);
        }

        await _batch.FlushAsync().ConfigureAwait(false);
        if (!_options.IsDryRun)
        {
            // Comments that name somebody who wrote later are made again, now that everybody is there.
            await _services.Refresh.RunAsync(null, _cancellationToken).ConfigureAwait(false);
        }

        return new CopyReport
        {
            BlogId = _header.Blog,
            Key = _header.Key,
            WrittenAt = _header.WrittenAt.ToUniversalTime(),
            WrittenBy = _header.WrittenBy,
            IsDryRun = _options.IsDryRun,
            IsWhole = _isWhole,
            Counts = _tally.Counts,
            ByKind = _tally.ByKind,
        };
    }

    private async Task ReadAsync()
    {
        var line = _lines.Line;
        if (_lines.IsTooLong)
        {
            await _batch.AddAsync(Refuse("", string.Create(
                CultureInfo.InvariantCulture, $"The line is longer than {_options.MaximumLineLength} bytes."))).ConfigureAwait(false);
            return;
        }

        if (!line.Span.ContainsAnyExcept(" \t\r"u8))
        {
            return;
        }

        if (_hasEnded)
        {
            _isWhole = false;
            await _batch.AddAsync(Refuse("", "The line stands behind the end of the copy.")).ConfigureAwait(false);
            return;
        }

        switch (KindOf(line.Span))
        {
            case CopyEnd.Name:
                await EndAsync(line).ConfigureAwait(false);
                break;
            case CopyMedia.KindName:
                await TakeMediaAsync(line).ConfigureAwait(false);
                break;
            case var kind:
                await ReadItemAsync(line, kind).ConfigureAwait(false);
                break;
        }
    }

    private async Task ReadItemAsync(ReadOnlyMemory<byte> line, string? kind)
    {
        if (kind is not null)
        {
            Count(kind);
        }

        TransferItem item;
        try
        {
            item = TransferText.Read(line.Span);
        }
        catch (FormatException fault)
        {
            await _batch.AddAsync(Refuse(kind ?? "", fault.Message)).ConfigureAwait(false);
            return;
        }

        if ((TransferCheck.FindProblem(_header.Blog, item) ?? CopyAddresses.FindProblem(item)) is { } problem)
        {
            await _batch.AddAsync(Refuse(TransferText.FormatKind(item.Kind), problem) with { Id = CopyIds.Of(item) }).ConfigureAwait(false);
            return;
        }

        await _batch.AddAsync(_lines.Number, item).ConfigureAwait(false);
    }

    private async Task TakeMediaAsync(ReadOnlyMemory<byte> line)
    {
        Count(CopyMedia.KindName);
        CopyLine told;
        try
        {
            told = JsonSerializer.Deserialize(line.Span, CopyJson.Default.CopyMedia) is { } file
                ? await _media.TakeAsync(_lines.Number, file).ConfigureAwait(false)
                : Refuse(CopyMedia.KindName, "It says nothing.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            told = Refuse(CopyMedia.KindName, $"It is no line of a file: {fault.Message}");
        }

        await _batch.AddAsync(told).ConfigureAwait(false);
    }

    private async Task EndAsync(ReadOnlyMemory<byte> line)
    {
        _hasEnded = true;
        string? problem;
        try
        {
            problem = JsonSerializer.Deserialize(line.Span, CopyJson.Default.CopyEnd) is { } end ? Compare(end) : "It says nothing.";
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            problem = $"It is no end of a copy: {fault.Message}";
        }

        _isWhole = problem is null;
        if (problem is not null)
        {
            await _batch.AddAsync(Refuse(CopyEnd.Name, problem)).ConfigureAwait(false);
        }
    }

    private string? Compare(CopyEnd end)
    {
        foreach (var kind in end.Items.Keys.Union(_counts.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (said, read) = (end.Items.GetValueOrDefault(kind), _counts.GetValueOrDefault(kind));
            if (said != read)
            {
                return string.Create(
                    CultureInfo.InvariantCulture, $"The end says that there are {said} lines of the kind '{Short(kind)}', and {read} are.");
            }
        }

        return null;
    }

    private CopyLine Refuse(string kind, string why) =>
        new() { Line = _lines.Number, Kind = kind, Outcome = CopyOutcome.Refused, Detail = why };

    private void Count(string kind) => _counts[kind] = _counts.GetValueOrDefault(kind) + 1;

    private static string Short(string kind) => kind.Length > 40 ? kind[..40] + "…" : kind;

    // The kind of a line that may be broken further on; null where none that is known can be told.
    private static string? KindOf(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return reader.Read() && reader.TokenType is JsonTokenType.StartObject
                && reader.Read() && reader.ValueTextEquals("kind"u8)
                && reader.Read() && reader.TokenType is JsonTokenType.String
                && reader.GetString() is { } kind
                && s_kinds.Contains(kind)
                ? kind
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
