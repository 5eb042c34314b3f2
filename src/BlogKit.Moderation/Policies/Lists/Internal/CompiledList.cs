using System.Net;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// A list made ready for matching. What a comment costs depends on the comment, not on how many entries there are. Immutable and
/// thread-safe.
/// </summary>
internal sealed class CompiledList
{
    public const int MostHits = 50;

    private static readonly string[] s_kinds = ["email", "domain", "ip", "agent", "name", "user"];

    private readonly List<ListEntry> _entries = [];
    private readonly TermIndex _terms = new();
    private readonly TermIndex _names = new();
    private readonly TermTrie _agents = new();
    private readonly AddressIndex _addresses = new();
    private readonly Dictionary<string, int> _emails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _domains = new(StringComparer.Ordinal);

    // The same entry twice is one: the stricter outcome stays.
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    private readonly bool _onlyIdentities;
    private bool _hasTerms;
    private bool _hasNames;

    private CompiledList(ListKinds kinds) => _onlyIdentities = kinds is ListKinds.Identities;

    /// <summary>How many different entries there are.</summary>
    public int Count => _entries.Count;

    /// <summary>
    /// Compiles lines. Those that say nothing (empty, or beginning with #) are passed over, those that are wrong are left out.
    /// </summary>
    /// <param name="lines">The lines.</param>
    /// <param name="kinds">What entries may be about.</param>
    /// <param name="errors">What is wrong, one sentence for each wrong line, with its place.</param>
    public static CompiledList Compile(IEnumerable<ListLine> lines, ListKinds kinds, ICollection<string> errors)
    {
        var list = new CompiledList(kinds);
        foreach (var line in lines)
        {
            var text = line.Text.Trim();
            if (text.Length > 0 && text[0] != '#' && list.Add(text) is { } fault)
            {
                errors.Add($"{line.Place}: the entry {fault}.");
            }
        }

        list._known.Clear();
        list._known.TrimExcess();
        list._terms.Freeze();
        list._names.Freeze();
        list._agents.Freeze();
        return list;
    }

    /// <summary>Every entry the comment meets, each with the first place where it does, at most <see cref="MostHits"/>.</summary>
    public List<ListHit> Find(ModerationContext context)
    {
        var hits = new List<ListHit>();
        if (_entries.Count == 0)
        {
            return hits;
        }

        var by = context.Comment.By;
        FindIdentity(context.Comment, hits);
        if (_domains.Count > 0)
        {
            FindDomains(context, hits);
        }

        if (_hasTerms)
        {
            FindTerms(_terms, context.Text, EvidenceField.Text, hits);
        }

        if (_hasTerms || _hasNames)
        {
            var name = MatchText.Of(by.Name);
            FindTerms(_terms, name, EvidenceField.Name, hits);
            FindTerms(_names, name, EvidenceField.Name, hits);
        }

        if (_hasTerms && by.Url is { } url)
        {
            FindTerms(_terms, MatchText.Of(url.OriginalString), EvidenceField.Url, hits);
        }

        return hits;
    }

    private string? Add(string text)
    {
        ModerationOutcome? outcome = null;
        var arrow = text.LastIndexOf("=>", StringComparison.Ordinal);
        if (arrow >= 0)
        {
            if (_onlyIdentities)
            {
                return "cannot ask for an outcome: a list of those who may pass has none";
            }

            outcome = text[(arrow + 2)..].Trim() switch
            {
                "hold" => ModerationOutcome.Hold,
                "spam" => ModerationOutcome.Spam,
                "reject" => ModerationOutcome.Reject,
                _ => null,
            };
            if (outcome is null)
            {
                return "must ask for hold, spam or reject behind its =>";
            }

            text = text[..arrow].TrimEnd();
        }

        return text.Length == 0 ? "says nothing before its =>" : AddRule(text, outcome);
    }

    private string? AddRule(string rule, ModerationOutcome? outcome)
    {
        var colon = rule.IndexOf(':', StringComparison.Ordinal);
        var kind = colon < 0 ? null : Array.Find(s_kinds, k => rule.AsSpan(0, colon).Equals(k, StringComparison.OrdinalIgnoreCase));
        var value = kind is null ? rule : rule[(colon + 1)..].Trim();
        if (value.Length is 0 or > TermIndex.MaximumTermLength)
        {
            return $"must say something of at most {TermIndex.MaximumTermLength} characters";
        }

        if (_onlyIdentities && kind is (null or "agent" or "name"))
        {
            return "must be of the kind email:, domain:, ip: or user: (everybody can write any word, name and program)";
        }

        var key = $"{kind}:{(kind is "user" ? value : value.ToLowerInvariant())}";
        if (_known.TryGetValue(key, out var before))
        {
            _entries[before] = Stricter(_entries[before], outcome);
            return null;
        }

        if (AddValue(kind, value, _entries.Count) is { } fault)
        {
            return fault;
        }

        _known[key] = _entries.Count;
        _entries.Add(new ListEntry(rule, outcome));
        return null;
    }

    private string? AddValue(string? kind, string value, int id)
    {
        switch (kind)
        {
            case "email":
                return AddEmail(value, id);
            case "domain":
                return AddDomain(value, id);
            case "ip":
                return _addresses.Add(value, id);
            case "user":
                _users.TryAdd(value, id);
                return null;
            case "agent":
                return AddAgent(value, id);
            case "name":
                _hasNames = true;
                return _names.Add(value, id);
            default:
                _hasTerms = true;
                return _terms.Add(value, id);
        }
    }

    private string? AddEmail(string value, int id)
    {
        var at = value.LastIndexOf('@');
        if (at < 0 || HostText.Normalize(value.AsSpan(at + 1)) is not { } domain)
        {
            return "must be an e-mail address, or *@ with a domain";
        }

        var local = value[..at].ToLowerInvariant();
        if (local.Length == 0 || (local.Contains('*', StringComparison.Ordinal) && local is not "*"))
        {
            return "must be an e-mail address, or *@ with a domain";
        }

        _emails.TryAdd($"{local}@{domain}", id);
        return null;
    }

    private string? AddDomain(string value, int id)
    {
        value = value.StartsWith("*.", StringComparison.Ordinal) ? value[2..] : value;
        if (!HostText.IsHost(value))
        {
            return "must be a host such as example.com, without scheme or path";
        }

        _domains.TryAdd(HostText.Normalize(value)!, id);
        return null;
    }

    private string? AddAgent(string value, int id)
    {
        if (value.Length < 3)
        {
            return "must have at least 3 characters";
        }

        _agents.Add(value.ToLowerInvariant(), id);
        return null;
    }

    private static ListEntry Stricter(ListEntry entry, ModerationOutcome? outcome) =>
        outcome is null || entry.Outcome >= outcome ? entry : entry with { Outcome = outcome };

    private void FindIdentity(Comment comment, List<ListHit> hits)
    {
        var by = comment.By;
        if (_users.Count > 0 && by.UserKey is { } user && _users.TryGetValue(user, out var id))
        {
            hits.Add(new ListHit(_entries[id], new FindingEvidence(EvidenceField.Name, 0, Math.Max(1, by.Name.Length), _entries[id].Rule)));
        }

        if (_emails.Count > 0 && by.Email is { Length: > 0 } email && HostText.FindHostOfEmail(email) is { } domain)
        {
            var local = email[..email.LastIndexOf('@')].ToLowerInvariant();
            if (_emails.TryGetValue($"{local}@{domain}", out id) || _emails.TryGetValue("*@" + domain, out id))
            {
                Add(id, EvidenceField.Email, 0, email.Length, hits);
            }
        }

        if (comment.RemoteAddress is { Length: > 0 } text && IPAddress.TryParse(text, out var address))
        {
            var found = new List<int>();
            _addresses.Find(address, found);
            foreach (var network in found)
            {
                Add(network, EvidenceField.RemoteAddress, 0, text.Length, hits);
            }
        }

        if (!_agents.IsEmpty && comment.UserAgent is { Length: > 0 } agent)
        {
            FindAgents(agent, hits);
        }
    }

    private void FindAgents(string agent, List<ListHit> hits)
    {
        for (var i = 0; i < agent.Length; i++)
        {
            if (i + 2 >= agent.Length
                || !_agents.MayBegin(
                    char.ToLowerInvariant(agent[i]), char.ToLowerInvariant(agent[i + 1]), char.ToLowerInvariant(agent[i + 2])))
            {
                continue;
            }

            var node = 0;
            for (var j = i; j < agent.Length && _agents.TryStep(ref node, char.ToLowerInvariant(agent[j]), out var id); j++)
            {
                if (id >= 0)
                {
                    Add(id, EvidenceField.UserAgent, i, j + 1 - i, hits);
                }
            }
        }
    }

    private void FindDomains(ModerationContext context, List<ListHit> hits)
    {
        var by = context.Comment.By;
        if (by.Email is { Length: > 0 } email)
        {
            FindDomain(HostText.FindHostOfEmail(email), EvidenceField.Email, email.LastIndexOf('@') + 1, email.Length, hits);
        }

        if (_onlyIdentities)
        {
            return;
        }

        if (by.Url is { } url)
        {
            FindDomain(HostText.FindHostOfUrl(url.OriginalString), EvidenceField.Url, 0, url.OriginalString.Length, hits);
        }

        var links = new LinkPlaces(context.Comment.Markdown);
        foreach (var link in context.Links.IsDefault ? [] : context.Links)
        {
            if (hits.Count >= MostHits)
            {
                return;
            }

            var host = HostText.FindHostOfUrl(link);
            if (DomainOf(host) is not null)
            {
                var (start, end) = links.Next(link);
                FindDomain(host, EvidenceField.Markdown, start, end, hits);
            }
        }
    }

    private void FindDomain(string? host, EvidenceField field, int start, int end, List<ListHit> hits)
    {
        if (DomainOf(host) is { } id)
        {
            Add(id, field, start, end - start, hits);
        }
    }

    private int? DomainOf(string? host)
    {
        if (host is null)
        {
            return null;
        }

        var lookup = _domains.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = host.AsSpan();
        while (!lookup.TryGetValue(rest, out var id))
        {
            var dot = rest.IndexOf('.');
            if (dot < 0)
            {
                return null;
            }

            rest = rest[(dot + 1)..];
            if (lookup.TryGetValue(rest, out id))
            {
                return id;
            }
        }

        return lookup[rest];
    }

    private void FindTerms(TermIndex terms, MatchText text, EvidenceField field, List<ListHit> hits)
    {
        var found = new TermMatches(MostHits);
        terms.Find(text, found);
        foreach (var match in found.All)
        {
            var evidence = text.CreateEvidence(field, match.Start, match.Length, _entries[match.Id].Rule);
            Add(match.Id, field, evidence.Start, evidence.Length, hits);
        }
    }

    private void Add(int id, EvidenceField field, int start, int length, List<ListHit> hits)
    {
        var entry = _entries[id];
        if (hits.Count < MostHits)
        {
            hits.Add(new ListHit(entry, new FindingEvidence(field, start, Math.Max(1, length), entry.Rule)));
        }
    }
}
