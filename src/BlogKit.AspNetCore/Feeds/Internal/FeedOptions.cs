namespace BlogKit.AspNetCore.Internal;

/// <summary>What feeds are told; the application sets it by <see cref="BlogKitWebOptions.FeedSize"/> and what stands beside it.</summary>
internal sealed class FeedOptions
{
    public int Size { get; set; } = 20;

    public int Memory { get; set; } = 16 * 1024 * 1024;

    public void Check(ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, "BlogKitWebOptions.FeedSize", Size, 1, 100);

        if (Memory is < 1024 * 1024 or > 1024 * 1024 * 1024)
        {
            failures.Add("BlogKitWebOptions.FeedMemory must be between 1 MiB and 1 GiB.");
        }
    }
}
