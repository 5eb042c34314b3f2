using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Says which number of the limits is out of range.</summary>
internal sealed class RateLimitOptionsCheck : IValidateOptions<BlogKitRateLimitOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, BlogKitRateLimitOptions options) =>
        Failures(options) is { Count: > 0 } failures ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;

    public static List<string> Failures(BlogKitRateLimitOptions options) =>
    [
        .. RateLimits.Numbers(options)
            .Where(static n => n.Permits < 1)
            .Select(static n => $"BlogKitRateLimitOptions.{n.Option} must be at least 1."),
        .. Range(nameof(options.Window), options.Window),
        .. Range(nameof(options.PasswordWindow), options.PasswordWindow),
    ];

    private static IEnumerable<string> Range(string name, TimeSpan window) =>
        window < Shortest || window > Longest ? [$"BlogKitRateLimitOptions.{name} must be between one second and one day."] : [];
}
