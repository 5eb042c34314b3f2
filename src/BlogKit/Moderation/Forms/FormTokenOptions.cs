using System.Buffers.Text;

namespace BlogKit.Moderation;

/// <summary>The options of the signed token of a comment form.</summary>
public sealed class FormTokenOptions
{
    /// <summary>The least number of bytes of a key.</summary>
    public const int MinimumKeyLength = 32;

    /// <summary>
    /// The secret key in base64, at least 32 bytes. Null (the default) = a random one for each process: forms shown before a restart, or by
    /// another host, then count as not signed. Set it as soon as there is more than one host.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// Earlier keys, in base64: tokens they signed are still valid. For changing the key without refusing forms that are open. Default
    /// none.
    /// </summary>
    public IList<string> PreviousKeys { get; } = [];

    /// <summary>The longest time between showing a form and sending it.</summary>
    public TimeSpan MaximumAge { get; set; } = TimeSpan.FromHours(24);

    internal void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:MaximumAge", MaximumAge, TimeSpan.FromMinutes(1), TimeSpan.FromDays(365));
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
