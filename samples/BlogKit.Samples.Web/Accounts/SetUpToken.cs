using System.Security.Cryptography;
using System.Text;

namespace BlogKit.Samples.Web.Accounts;

/// <summary>
/// The secret in the set-up address: whoever reads the host's log may own the blog, and nobody else. New in every process.
/// </summary>
internal sealed class SetUpToken
{
    public string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    public bool Opens(string? sent) =>
        sent is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(Value));
}
