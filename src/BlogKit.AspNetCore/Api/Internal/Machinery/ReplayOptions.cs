namespace BlogKit.AspNetCore.Internal;

/// <summary>
/// How the API remembers what it answered; the application sets it by <see cref="BlogKitWebOptions.ReplayLifetime"/> and what stands beside
/// it.
/// </summary>
internal sealed class ReplayOptions
{
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(1);

    public long Memory { get; set; } = 16 * 1024 * 1024;

    public void Check(ICollection<string> failures)
    {
        if (Lifetime < TimeSpan.FromMinutes(1) || Lifetime > TimeSpan.FromDays(30))
        {
            failures.Add("BlogKitWebOptions.ReplayLifetime must be between one minute and 30 days.");
        }

        if (Memory is < 65_536 or > 1_073_741_824)
        {
            failures.Add("BlogKitWebOptions.ReplayMemory must be between 64 KiB and 1 GiB.");
        }
    }
}
