namespace BlogKit.Interchange.Internal;

/// <summary>Stage and times of a post, as they fit together here.</summary>
internal readonly record struct PostDates(
    PostStatus Status, DateTimeOffset? PublishedAt, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static PostDates Of(ImportedPost post, DateTimeOffset now, List<SourceNote> notes)
    {
        var published = Bounded(post.PublishedAt, "date", notes);
        var updated = Bounded(post.UpdatedAt, "date of change", notes);
        var status = post.Status switch
        {
            ImportedPostStatus.PendingReview => PostStatus.PendingReview,
            ImportedPostStatus.Scheduled => PostStatus.Scheduled,
            ImportedPostStatus.Published => PostStatus.Published,
            ImportedPostStatus.Private => PostStatus.Private,
            _ => PostStatus.Draft,
        };
        if (post.Status is ImportedPostStatus.Trashed)
        {
            notes.Add(new SourceNote(SourceNoteKind.Converted, "status", "It was in the trash there and is a draft here."));
        }

        if (status is PostStatus.Published or PostStatus.Scheduled && published is null)
        {
            published = updated ?? now;
            notes.Add(new SourceNote(
                SourceNoteKind.Date, "date", "It is published without a date; the date of its change, or of the import, is its date."));
        }

        // Published in the future is what is called scheduled here; readers there did not see it either.
        if (status is PostStatus.Published && published > now)
        {
            status = PostStatus.Scheduled;
        }

        var created = Earliest(published, updated) ?? now;
        return new PostDates(status, published, created > now ? now : created, updated ?? published ?? now);
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null ? other : other is null || one < other ? one : other;

    // A store counts in ticks from year 1; zones could lead out of it.
    private static DateTimeOffset? Bounded(DateTimeOffset? time, string member, List<SourceNote> notes)
    {
        if (time is not { } known || known.UtcDateTime.Year is > 1 and < 9999)
        {
            return time?.ToUniversalTime();
        }

        notes.Add(new SourceNote(SourceNoteKind.Date, member, "The date is at the end of what can be counted and was left out."));
        return null;
    }
}
