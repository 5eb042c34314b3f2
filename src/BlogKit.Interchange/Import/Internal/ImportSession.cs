using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BlogKit.Interchange.Internal;

/// <summary>One run of an import: where to, who, how far, and what every step of it asks for.</summary>
internal sealed class ImportSession(
    ImportServices services,
    Blog blog,
    ImportedSite site,
    string source,
    long? number,
    ImportOptions options,
    Actor actor,
    ImportTally tally,
    CancellationToken cancellationToken)
{
    private readonly List<Origin> _pending = [];

    public ImportServices Services => services;

    public Blog Blog => blog;

    public ImportedSite Site => site;

    public string Source => source;

    public long? Number => number;

    public ImportOptions Options => options;

    public Actor Actor => actor;

    public ImportTally Tally => tally;

    public CancellationToken Cancellation => cancellationToken;

    public ItemStates States { get; } = new();

    public DateTimeOffset Now { get; } = services.Clock.GetUtcNow();

    /// <summary>The name under which origins and identities know a source.</summary>
    public static string NameOf(IImportSource from, ImportedSite site)
    {
        var name = $"{from.Format}:{site.Source}";
        return name.Length <= Origin.MaximumSourceLength
            ? name
            : name[..(Origin.MaximumSourceLength - 65)] + "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
    }

    /// <summary>An identity as origins can keep it.</summary>
    public static string KeyOf(string originalId) => originalId.Length <= Origin.MaximumIdLength
        ? originalId
        : originalId[..(Origin.MaximumIdLength - 65)] + "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(originalId)));

    /// <summary>
    /// Makes the identity here of an item; <paramref name="generation"/> counts how often one with it was erased and may come back.
    /// </summary>
    public Guid Identify(string kind, string originalId, DateTimeOffset? at, int generation = 1)
    {
        var order = long.TryParse(originalId, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        return ImportedId.Of(
            source,
            generation == 1 ? kind : string.Create(CultureInfo.InvariantCulture, $"{kind}:{generation}"),
            originalId,
            at ?? DateTimeOffset.UnixEpoch,
            order);
    }

    /// <summary>Finds the origins of items of this source; one command.</summary>
    public async Task<Dictionary<string, Origin>> FindOriginsAsync(OriginKind kind, IReadOnlyCollection<string> originalIds)
    {
        var found = new Dictionary<string, Origin>(StringComparer.Ordinal);
        if (originalIds.Count > 0)
        {
            foreach (var origin in await services.Origins.FindManyOriginsAsync(blog.Id, source, kind, originalIds, cancellationToken)
                .ConfigureAwait(false))
            {
                found[origin.OriginalId] = origin;
            }

            var wanted = originalIds.ToHashSet(StringComparer.Ordinal);
            foreach (var origin in _pending.Where(o => o.Kind == kind && wanted.Contains(o.OriginalId)))
            {
                found[origin.OriginalId] = origin;
            }
        }

        return found;
    }

    public async Task<Origin?> FindOriginAsync(OriginKind kind, string originalId) =>
        (await FindOriginsAsync(kind, [KeyOf(originalId)]).ConfigureAwait(false)).GetValueOrDefault(KeyOf(originalId));

    /// <summary>Makes the origin of an item, as it is to be kept.</summary>
    public Origin OriginOf(OriginKind kind, ImportItem item, Origin? before, Guid id, long version, string? address = null) => new()
    {
        BlogId = blog.Id,
        Source = source,
        Kind = kind,
        OriginalId = KeyOf(item.OriginalId),
        ItemId = id,
        Address = address is { Length: <= Origin.MaximumAddressLength } ? address : null,
        ContentHash = ItemHash.Of(item),
        ItemVersion = version,
        ImportNumber = before?.ImportNumber ?? number ?? 1,
        LastImportNumber = number ?? 1,
        ImportedAt = Now,
        Extra = ExtraOf(item.Extras),
    };

    /// <summary>Keeps an origin, with others together; in a dry run none.</summary>
    public async Task KeepAsync(Origin origin)
    {
        if (number is null)
        {
            return;
        }

        _pending.Add(origin);
        if (_pending.Count >= 200)
        {
            await FlushAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Stores the origins that wait, and the counts so far.</summary>
    public async Task FlushAsync()
    {
        if (_pending.Count > 0)
        {
            await services.Origins.SaveOriginsAsync(blog.Id, _pending, CancellationToken.None).ConfigureAwait(false);
            _pending.Clear();
        }
    }

    /// <summary>The values of an item for which there is no place, as JSON; the longest are left out where they are too many.</summary>
    public static string? ExtraOf(ImmutableSortedDictionary<string, string> extras)
    {
        while (!extras.IsEmpty)
        {
            var text = JsonSerializer.Serialize(extras, ItemJson.Default.ImmutableSortedDictionaryStringString);
            if (text.Length <= Origin.MaximumExtraLength)
            {
                return text;
            }

            extras = extras.Remove(extras.MaxBy(static extra => extra.Value.Length).Key);
        }

        return null;
    }
}
