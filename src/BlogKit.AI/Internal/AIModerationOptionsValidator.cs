using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlogKit.Internal;

/// <summary>Checks the options, and that the models they speak of are registered, when the host starts.</summary>
internal sealed class AIModerationOptionsValidator(IServiceProviderIsService services) : IValidateOptions<AIModerationOptions>
{
    public ValidateOptionsResult Validate(string? name, AIModerationOptions options)
    {
        var failures = new List<string>();
        options.Check("BlogKit:AI", failures);
        if (failures.Count == 0 && options.AsksChat && !services.IsService(typeof(IChatClient)))
        {
            failures.Add(
                "BlogKit:AI:Topic and BlogKit:AI:Abuse need a model. "
                + "Register an IChatClient of Microsoft.Extensions.AI, or set both to Enabled = false.");
        }

        if (failures.Count == 0
            && options.EmbeddingTopic.Enabled
            && !services.IsService(typeof(IEmbeddingGenerator<string, Embedding<float>>)))
        {
            failures.Add(
                "BlogKit:AI:EmbeddingTopic needs a model. "
                + "Register an IEmbeddingGenerator<string, Embedding<float>> of Microsoft.Extensions.AI, or set Enabled = false.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
