using BlogKit.Moderation;

namespace BlogKit;

/// <summary>
/// The options for asking Akismet. Checked when the host starts; an error names the key below <c>BlogKit:Akismet</c>. Not to be changed
/// after that.
/// </summary>
public sealed class AkismetOptions
{
    /// <summary>The key of your account at Akismet. Required; keep it with your secrets.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The front page, absolute, for every blog that has no <see cref="BlogKit.Blog.BaseUrl"/> of its own. Required.</summary>
    public Uri? Blog { get; set; }

    /// <summary>
    /// The path of a post below the front page; <c>{slug}</c> stands for its slug. Default <c>{slug}</c>, where <c>MapBlogKit</c> puts it.
    /// </summary>
    public string PostPath { get; set; } = "{slug}";

    /// <summary>
    /// The address of the service. Default Akismet's own REST service, version 1.1. Only https is allowed, except for this machine.
    /// </summary>
    public Uri Endpoint { get; set; } = new("https://rest.akismet.com/1.1/");

    /// <summary>The longest time an answer may take, connecting included. Default 3 seconds; 0.05 to 60 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether calls are marked as tests (<c>is_test</c>), from which Akismet learns nothing. Default false.</summary>
    public bool TestMode { get; set; }

    /// <summary>The part of the commenter's network address that is sent. Default all of it.</summary>
    public AkismetAddressUse RemoteAddress { get; set; } = AkismetAddressUse.Full;

    /// <summary>Whether the commenter's e-mail address is sent. Default true.</summary>
    public bool SendEmail { get; set; } = true;

    /// <summary>
    /// The outcome when Akismet says spam. Default <see cref="ModerationOutcome.Spam"/>; <see cref="ModerationOutcome.Approve"/> lets only
    /// the score (1) count.
    /// </summary>
    public ModerationOutcome OnSpam { get; set; } = ModerationOutcome.Spam;

    /// <summary>
    /// The outcome when Akismet advises to discard the comment. Default <see cref="ModerationOutcome.Spam"/>;
    /// <see cref="ModerationOutcome.Reject"/> stores nothing.
    /// </summary>
    public ModerationOutcome OnDiscard { get; set; } = ModerationOutcome.Spam;

    /// <summary>
    /// The outcome when Akismet does not answer. Default <see cref="ModerationOutcome.Hold"/>; <see cref="ModerationOutcome.Approve"/>
    /// leaves it to the other policies.
    /// </summary>
    public ModerationOutcome OnFailure { get; set; } = ModerationOutcome.Hold;

    /// <summary>
    /// The outcome when Akismet says it is not spam and warns about the account, so that the answer may mean nothing. Default
    /// <see cref="ModerationOutcome.Hold"/>; else <see cref="ModerationOutcome.Approve"/>.
    /// </summary>
    public ModerationOutcome OnAlert { get; set; } = ModerationOutcome.Hold;

    internal void Check(string path, ICollection<string> failures)
    {
        if (string.IsNullOrWhiteSpace(ApiKey) || !ApiKey.All(char.IsAsciiLetterOrDigit))
        {
            failures.Add($"{path}:ApiKey must be the key of your account at Akismet: letters and digits only.");
        }

        if (Blog is not { IsAbsoluteUri: true } || !(Is(Blog, Uri.UriSchemeHttps) || Is(Blog, Uri.UriSchemeHttp)))
        {
            failures.Add($"{path}:Blog must be the absolute http or https address of the front page.");
        }

        if (string.IsNullOrWhiteSpace(PostPath) || !PostPath.Contains("{slug}", StringComparison.Ordinal))
        {
            failures.Add($"{path}:PostPath must contain {{slug}}.");
        }

        if (Endpoint is not { IsAbsoluteUri: true }
            || !(Is(Endpoint, Uri.UriSchemeHttps) || (Is(Endpoint, Uri.UriSchemeHttp) && Endpoint.IsLoopback)))
        {
            failures.Add($"{path}:Endpoint must be an absolute https address; http is allowed on this machine only.");
        }

        if (Timeout < TimeSpan.FromMilliseconds(50) || Timeout > TimeSpan.FromSeconds(60))
        {
            failures.Add($"{path}:Timeout must be between 0.05 and 60 seconds, but is {Timeout}.");
        }

        if (!Enum.IsDefined(RemoteAddress))
        {
            failures.Add($"{path}:RemoteAddress must be Full, Network or None.");
        }

        Check(failures, $"{path}:OnSpam", OnSpam, ModerationOutcome.Reject);
        Check(failures, $"{path}:OnDiscard", OnDiscard, ModerationOutcome.Reject);
        Check(failures, $"{path}:OnFailure", OnFailure, ModerationOutcome.Hold);
        Check(failures, $"{path}:OnAlert", OnAlert, ModerationOutcome.Hold);
    }

    private static bool Is(Uri address, string scheme) => string.Equals(address.Scheme, scheme, StringComparison.Ordinal);

    private static void Check(ICollection<string> failures, string key, ModerationOutcome value, ModerationOutcome strictest)
    {
        if (!Enum.IsDefined(value) || value > strictest)
        {
            failures.Add($"{key} must be one of {string.Join(", ", Enum.GetValues<ModerationOutcome>().Where(o => o <= strictest))}.");
        }
    }
}
