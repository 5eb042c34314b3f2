using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace BlogKit;

/// <summary>Refuses texts that SQLite would not give back as they were: with U+0000 (cut there) or half a surrogate pair (not UTF-8).</summary>
internal static class Storable
{
    public static void Check(string? text, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        if (text is null)
        {
            return;
        }

        var span = text.AsSpan();
        if (span.Contains('\0'))
        {
            throw new ArgumentException($"{name} contains U+0000, which cannot be stored. Nothing was written.", name);
        }

        var surrogate = span.IndexOfAnyInRange('\uD800', '\uDFFF');
        if (surrogate >= 0 && HasLoneSurrogate(span[surrogate..]))
        {
            throw new ArgumentException($"{name} contains half of a surrogate pair, which cannot be stored. Nothing was written.", name);
        }
    }

    public static void Check(Uri? uri, [CallerArgumentExpression(nameof(uri))] string? name = null) => Check(uri?.OriginalString, name);

    public static void Check(Comment comment)
    {
        Check(comment.By.Name);
        Check(comment.By.Email);
        Check(comment.By.Url);
        Check(comment.By.AvatarUrl);
        Check(comment.By.UserKey);
        Check(comment.OwnerKey);
        Check(comment.Markdown);
        Check(comment.Html);
        Check(comment.PlainText);
        Check(comment.RemoteAddress);
        Check(comment.UserAgent);
        Check(comment.Appeal?.Text);
        Check(comment.Decision);
        if (!comment.Reactions.IsDefaultOrEmpty)
        {
            foreach (var reaction in comment.Reactions)
            {
                Check(reaction.Key);
            }
        }
    }

    public static void Check(ModerationRecord record)
    {
        Check(record.ActorKey);
        Check(record.Reason);
        Check(record.Decision);
        foreach (var shadow in record.Shadows)
        {
            Check(shadow.PolicySet);
            Check(shadow.Decision);
        }
    }

    public static void Check(CommentFlag flag)
    {
        Check(flag.FlaggerKey);
        Check(flag.FlaggerNetwork);
        Check(flag.Note);
    }

    public static void Check(Voter voter)
    {
        Check(voter.Key);
        Check(voter.Network);
    }

    public static void Check(Ban ban)
    {
        Check(ban.Key);
        Check(ban.ActorKey);
        Check(ban.Reason);
    }

    public static void Check(Post post)
    {
        Check(post.Title);
        Check(post.Markdown);
        Check(post.Excerpt);
        Check(post.PasswordHash);
        Check(post.Rendered.Html);
        Check(post.Rendered.PlainText);
        Check(post.Rendered.ExcerptHtml);
        Check(post.Rendered.ExcerptText);
        Check(post.Seo.Title);
        Check(post.Seo.Description);
        Check(post.Seo.CanonicalUrl);
        Check(post.FeaturedImage?.Url);
        Check(post.FeaturedImage?.AlternativeText);
        Check(post.FeaturedImage?.Caption);
        Check(post.FeaturedImage?.Credit);
        foreach (var tag in Safe(post.Tags))
        {
            Check(tag.Name);
        }

        foreach (var heading in Safe(post.Rendered.Headings))
        {
            Check(heading.Text);
            Check(heading.Anchor);
        }
    }

    public static void Check(PostRevision? revision)
    {
        Check(revision?.Title);
        Check(revision?.Markdown);
        Check(revision?.Excerpt);
        Check(revision?.SavedBy);
        Check(revision?.Note);
    }

    public static ImmutableArray<T> Safe<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;

    private static void Check(ModerationDecision? decision)
    {
        Check(decision?.PolicySet);
        if (decision is null || decision.Findings.IsDefaultOrEmpty)
        {
            return;
        }

        foreach (var finding in decision.Findings)
        {
            Check(finding.Policy);
            Check(finding.PolicyVersion);
            Check(finding.Code);
            Check(finding.Reason);
            Check(finding.PublicReason);
            foreach (var evidence in finding.Evidence)
            {
                Check(evidence.Rule);
            }

            foreach (var detail in finding.Details)
            {
                Check(detail.Name);
                Check(detail.Value);
            }
        }
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]))
            {
                return true;
            }

            if (char.IsHighSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return true;
                }

                i++;
            }
        }

        return false;
    }
}
