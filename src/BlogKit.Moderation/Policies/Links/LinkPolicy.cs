using System.Collections.Frozen;
using System.Globalization;
using BlogKit.Moderation.Internal;

namespace BlogKit.Moderation;

/// <summary>
/// Judges links: how many there are, how many to one host, known bad hosts, shortening services, comments that are nothing but links, and
/// hosts in the text that are no links for machines. Immutable and thread-safe.
/// </summary>
public sealed class LinkPolicy : IModerationPolicy
{
    private const int MostInText = 1_000;
    private const int MostEvidence = 20;

    private static readonly FrozenSet<string> s_shorteners = FrozenSet.Create(
        StringComparer.Ordinal, "bit.ly", "bit.do", "tinyurl.com", "t.co", "goo.gl", "is.gd", "v.gd", "ow.ly", "buff.ly", "cutt.ly",
        "rebrand.ly", "rb.gy", "shorturl.at", "t.ly", "tiny.cc", "s.id", "adf.ly", "shorte.st", "ouo.io", "bl.ink", "clck.ru", "vk.cc",
        "u.to", "soo.gd", "x.co", "lnk.to", "short.io", "tiny.one", "bc.vc", "po.st", "zpr.io", "surl.li", "n9.cl", "urlz.fr");

    private readonly LinkPolicyOptions _options;
    private readonly FrozenSet<string> _allowed;
    private readonly FrozenSet<string> _bad;
    private readonly FrozenSet<string> _short;

    /// <summary>Creates the policy with its limits and lists of hosts.</summary>
    public LinkPolicy(LinkPolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _allowed = HostText.CreateSet(options.AllowedHosts);
        _bad = HostText.CreateSet(options.KnownBadHosts);
        _short = options.Shorteners.Count == 0 ? s_shorteners : HostText.CreateSet(s_shorteners.Concat(options.Shorteners));
        Version = RuleVersion.Of(
            1,
            options.Enabled,
            options.HoldAbove,
            options.SpamAbove,
            options.SameHostAbove,
            options.LinkScore,
            options.AllowedHosts,
            options.KnownBadHosts,
            options.KnownBadOutcome,
            options.DisguisedOutcome,
            options.LinkOnlyOutcome,
            options.ShortenerScore,
            options.Shorteners);
    }

    /// <inheritdoc/>
    public string Name => "links";

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public ValueTask<ModerationFinding?> EvaluateAsync(ModerationContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_options.Enabled)
        {
            return default;
        }

        var inText = LinkScanner.Find(context.Comment.PlainText, MostInText);
        var hasLinks = !context.Links.IsDefaultOrEmpty;
        return new(
            inText is null && !hasLinks && (_bad.Count == 0 || context.Comment.By.Url is null) ? null : Judge(context, inText ?? []));
    }

    private ModerationFinding? Judge(ModerationContext context, List<TextLink> inText)
    {
        var seen = Seen(context, inText);
        var aspects = new List<Aspect>();
        var evidence = ImmutableArray.CreateBuilder<FindingEvidence>();
        KnownBad(context, seen, aspects, evidence);
        if (seen.Count > 0)
        {
            Number(seen, aspects);
            Disguised(seen, aspects);
            Short(seen, aspects);
            if (IsNothingElse(context, inText))
            {
                aspects.Add(new Aspect
                {
                    Code = "link-only",
                    Reason = "The comment is nothing but links.",
                    Outcome = _options.LinkOnlyOutcome,
                    Score = 0.4,
                    Value = "true",
                });
            }
        }

        aspects.RemoveAll(static a => a is { Outcome: ModerationOutcome.Approve, Score: <= 0 });
        if (aspects.Count > 0)
        {
            Places(context, seen, evidence);
        }

        return Aspect.Combine(aspects, evidence.ToImmutable(), "The comment has too many links, or links that are not welcome here.");
    }

    private List<SeenLink> Seen(ModerationContext context, List<TextLink> inText)
    {
        var seen = new List<SeenLink>();
        HashSet<string>? hosts = null;
        foreach (var target in context.Links.IsDefault ? [] : context.Links)
        {
            if (HostText.FindHostOfUrl(target) is { } host)
            {
                (hosts ??= new(StringComparer.Ordinal)).Add(host);
                if (HostText.Find(_allowed, host) is null)
                {
                    seen.Add(new SeenLink(host, target, default));
                }
            }
        }

        foreach (var link in inText)
        {
            // What the renderer made a link of is counted already.
            var isRendered = link.Kind is TextLinkKind.Written or TextLinkKind.Bare && hosts?.Contains(link.Host) is true;
            if (!isRendered && HostText.Find(_allowed, link.Host) is null)
            {
                seen.Add(new SeenLink(link.Host, null, link));
            }
        }

        return seen;
    }

    private void KnownBad(
        ModerationContext context, List<SeenLink> seen, List<Aspect> aspects, ImmutableArray<FindingEvidence>.Builder evidence)
    {
        if (_bad.Count == 0)
        {
            return;
        }

        var entries = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var link in seen)
        {
            if (HostText.Find(_bad, link.Host) is { } entry)
            {
                entries.Add(entry);
            }
        }

        if (context.Comment.By.Url is { } url && HostText.Find(_bad, HostText.FindHostOfUrl(url.OriginalString)) is { } site)
        {
            entries.Add(site);
            evidence.Add(new FindingEvidence(EvidenceField.Url, 0, url.OriginalString.Length, site));
        }

        if (entries.Count > 0)
        {
            var names = string.Join(", ", entries.Select(static e => $"'{e}'"));
            aspects.Add(new Aspect
            {
                Code = "bad-host",
                Reason = $"Known bad hosts are linked: {names}.",
                Outcome = _options.KnownBadOutcome,
                Score = 1,
                Value = string.Join(' ', entries),
            });
        }
    }

    private void Number(List<SeenLink> seen, List<Aspect> aspects)
    {
        var links = FindingText.FormatCount(seen.Count, "link");
        var number = seen.Count.ToString(CultureInfo.InvariantCulture);
        if (seen.Count > _options.SpamAbove)
        {
            aspects.Add(new Aspect
            {
                Code = "too-many-links",
                Reason = $"{links}; more than {_options.SpamAbove} are spam.",
                Outcome = ModerationOutcome.Spam,
                Score = 1,
                Value = number,
            });
        }
        else if (seen.Count > _options.HoldAbove)
        {
            aspects.Add(new Aspect
            {
                Code = "many-links",
                Reason = $"{links}; more than {_options.HoldAbove} are looked at first.",
                Outcome = ModerationOutcome.Hold,
                Score = 0.6,
                Value = number,
            });
        }
        else
        {
            aspects.Add(new Aspect
            {
                Code = "links",
                Reason = $"{links}.",
                Outcome = ModerationOutcome.Approve,
                Score = Math.Min(1, _options.LinkScore * seen.Count),
                Value = number,
            });
        }

        if (_options.SameHostAbove is { } most && seen.Count > most)
        {
            var highest = seen.CountBy(static s => Site(s.Host), StringComparer.Ordinal).Max(static c => c.Value);
            if (highest > most)
            {
                aspects.Add(new Aspect
                {
                    Code = "same-host",
                    Reason = $"{highest} links lead to one host; more than {most} are looked at first.",
                    Outcome = ModerationOutcome.Hold,
                    Score = 0.4,
                    Value = highest.ToString(CultureInfo.InvariantCulture),
                });
            }
        }
    }

    private void Disguised(List<SeenLink> seen, List<Aspect> aspects)
    {
        var disguised = seen.Count(static s => s.InText.Kind is TextLinkKind.Disguised);
        var spaced = seen.Count(static s => s.InText.Kind is TextLinkKind.Spaced);
        if (disguised > 0)
        {
            aspects.Add(new Aspect
            {
                Code = "disguised-link",
                Reason = $"{FindingText.FormatCount(disguised, "link")} written so that machines pass "
                    + $"{(disguised == 1 ? "it" : "them")} by.",
                Outcome = _options.DisguisedOutcome,
                Score = 0.5,
                Value = disguised.ToString(CultureInfo.InvariantCulture),
            });
        }

        if (spaced > 0)
        {
            aspects.Add(new Aspect
            {
                Code = "spaced-link",
                Reason = $"{FindingText.FormatCount(spaced, "host")} may be spelled out.",
                Outcome = ModerationOutcome.Approve,
                Score = 0.3,
                Value = spaced.ToString(CultureInfo.InvariantCulture),
            });
        }
    }

    private void Short(List<SeenLink> seen, List<Aspect> aspects)
    {
        var hidden = seen.Count(s => HostText.Find(_short, s.Host) is not null);
        if (hidden > 0)
        {
            aspects.Add(new Aspect
            {
                Code = "short-link",
                Reason = $"{FindingText.FormatCount(hidden, "link")} behind a shortening service.",
                Outcome = ModerationOutcome.Approve,
                Score = _options.ShortenerScore,
                Value = hidden.ToString(CultureInfo.InvariantCulture),
            });
        }
    }

    private void Places(ModerationContext context, List<SeenLink> seen, ImmutableArray<FindingEvidence>.Builder evidence)
    {
        var places = new LinkPlaces(context.Comment.Markdown);
        foreach (var link in seen.Take(MostEvidence))
        {
            var rule = HostText.Find(_bad, link.Host) ?? (link.InText.Kind is TextLinkKind.Disguised ? "disguised-link" : null);
            if (link.Target is null)
            {
                evidence.Add(new FindingEvidence(EvidenceField.Text, link.InText.Start, link.InText.Length, rule));
            }
            else
            {
                var (start, end) = places.Next(link.Target);
                evidence.Add(new FindingEvidence(EvidenceField.Markdown, start, end - start, rule));
            }
        }
    }

    private static string Site(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    private static bool IsNothingElse(ModerationContext context, List<TextLink> inText)
    {
        var source = context.Comment.Markdown.AsSpan().Trim();
        if (context.Links is { IsDefaultOrEmpty: false, Length: 1 } && source is ['[', .., ')'] && source.Count("](") == 1)
        {
            return true;
        }

        var text = context.Comment.PlainText.AsSpan();
        var from = 0;
        foreach (var link in inText)
        {
            if (HasWord(text[from..Math.Max(from, link.Start)]))
            {
                return false;
            }

            from = link.Start + link.Length;
        }

        return inText.Count > 0 && !HasWord(text[from..]);
    }

    private static bool HasWord(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
