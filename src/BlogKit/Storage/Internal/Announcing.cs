using BlogKit.Storage;

namespace BlogKit.Internal;

/// <summary>Announces a write if it was committed.</summary>
internal static class Announcing
{
    public static async Task<SaveOutcome> AnnounceAsync(this Task<SaveOutcome> save, BlogChanges changes, BlogChange change)
    {
        var outcome = await save.ConfigureAwait(false);
        if (outcome is SaveOutcome.Saved)
        {
            changes.Announce(change);
        }

        return outcome;
    }
}
