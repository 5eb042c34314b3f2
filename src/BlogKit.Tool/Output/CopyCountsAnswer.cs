using BlogKit.Interchange;

namespace BlogKit.CommandLine;

internal sealed record CopyCountsAnswer(
    long Written, long Checked, long Stored, long Unchanged, long Conflicts, long Missing, long Refused)
{
    public static CopyCountsAnswer Of(CopyCounts counts) => new(
        counts.Written, counts.Checked, counts.Stored, counts.Unchanged, counts.Conflicts, counts.Missing, counts.Refused);
}
