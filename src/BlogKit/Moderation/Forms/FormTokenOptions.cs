using System.Buffers.Text;

namespace BlogKit.Moderation;

/// <summary>How the token of a comment form is signed.</summary>
public sealed class FormTokenOptions
{
    /// <summary>How many bytes a key must have at least.</summary>
    public const int MinimumKeyLength = 32;

    /// <summary>
    /// The secret key in base64, at least 32 bytes. Null (the default) = a random one for each process: forms shown before a restart, or by
    /// another host, then count as not signed. Set it as soon as there is more than one host.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// Keys of before, in base64: tokens they signed are still good. For changing the key without refusing forms that are open. Default
    /// none.
    /// </summary>
    public IList<string> PreviousKeys { get; } = [];

    /// <summary>How long after it was shown a form may be sent. 1 minute to 365 days; default 24 hours.</summary>
    public TimeSpan MaximumAge { get; set; } = TimeSpan.FromHours(24);

    internal void Check(string path, ICollection<string> failures)
    {
        OptionChecks.Range(failures, $"{path}:MaximumAge", MaximumAge, TimeSpan.FromMinutes(1), TimeSpan.FromDays(365));
        if (Key is not null && !IsKey(Key))
        {
            failures.Add($"{path}:Key must be base64 of at least {MinimumKeyLength} bytes.");
        }

        for (var i = 0; i < PreviousKeys.Count; i++)
        {
            if (!IsKey(PreviousKeys[i]))
            {
                failures.Add($"{path}:PreviousKeys:{i} must be base64 of at least {MinimumKeyLength} bytes.");
            }
        }
    }

    private static bool IsKey(string? key) => Base64.IsValid(key, out var length) && length >= MinimumKeyLength;
}
