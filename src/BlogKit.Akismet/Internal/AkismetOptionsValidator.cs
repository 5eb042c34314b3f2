using Microsoft.Extensions.Options;

namespace BlogKit.Internal;

/// <summary>Checks the options when the host starts; every message names the key.</summary>
internal sealed class AkismetOptionsValidator : IValidateOptions<AkismetOptions>
{
    public ValidateOptionsResult Validate(string? name, AkismetOptions options)
    {
        var failures = new List<string>();
        options.Check("BlogKit:Akismet", failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
