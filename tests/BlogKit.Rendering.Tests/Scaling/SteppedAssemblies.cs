using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace BlogKit.Rendering.Tests.Scaling;

/// <summary>
/// Loads the code under test once more, changed so that it counts its own steps: at the beginning of every method, at every jump backwards,
/// and at the framework's searches. These tests are loaded beside it, so that what they call is the counting code. No clock, and the same
/// number on every machine.
/// </summary>
/// <param name="instrumented">The names of the assemblies whose code counts.</param>
internal sealed class SteppedAssemblies(params string[] instrumented) : AssemblyLoadContext("stepped")
{
    private static readonly string Tests = typeof(SteppedAssemblies).Assembly.GetName().Name!;

    /// <summary>These tests, whose references lead to the counting code.</summary>
    public Assembly LoadTests() => LoadFromAssemblyPath(PathOf(Tests));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (string.Equals(assemblyName.Name, Tests, StringComparison.Ordinal))
        {
            return LoadTests();
        }

        return instrumented.Contains(assemblyName.Name) ? LoadFromStream(Instrument(PathOf(assemblyName.Name!))) : null;
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private static MemoryStream Instrument(string path)
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        using var assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = resolver });
        using var tests = AssemblyDefinition.ReadAssembly(PathOf(Tests), new ReaderParameters { AssemblyResolver = resolver });
        var module = assembly.MainModule;
        var count = module.ImportReference(
            tests.MainModule.GetType(typeof(Steps).FullName).Fields.Single(f => f.Name == nameof(Steps.Count)));
        var scans = tests.MainModule.GetType(typeof(CountedScans).FullName).Methods.Where(m => m.IsPublic).ToLookup(m => m.Name);
        foreach (var method in module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody))
        {
            Instrument(method, module, count, scans);
        }

        var changed = new MemoryStream();
        assembly.Write(changed);
        changed.Position = 0;
        return changed;
    }

    private static void Instrument(
        MethodDefinition method, ModuleDefinition module, FieldReference count, ILookup<string, MethodDefinition> scans)
    {
        var body = method.Body;
        body.SimplifyMacros();
        var processor = body.GetILProcessor();
        var places = new Dictionary<Instruction, int>();
        for (var i = 0; i < body.Instructions.Count; i++)
        {
            places[body.Instructions[i]] = i;
        }

        foreach (var instruction in body.Instructions.ToArray())
        {
            if (instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch
                && instruction.Operand is Instruction target
                && places[target] <= places[instruction])
            {
                Insert(processor, instruction, count);
            }
            else if (instruction.OpCode.Code is Code.Call or Code.Callvirt
                && instruction.Operand is MethodReference called
                && StandIn(called, scans) is { } scan)
            {
                instruction.OpCode = OpCodes.Call;
                instruction.Operand = Import(module, scan, called);
            }
        }

        Insert(processor, body.Instructions[0], count);
        body.OptimizeMacros();
    }

    private static void Insert(ILProcessor processor, Instruction place, FieldReference count)
    {
        processor.InsertBefore(place, processor.Create(OpCodes.Ldsfld, count));
        processor.InsertBefore(place, processor.Create(OpCodes.Ldc_I4_1));
        processor.InsertBefore(place, processor.Create(OpCodes.Conv_I8));
        processor.InsertBefore(place, processor.Create(OpCodes.Add));
        processor.InsertBefore(place, processor.Create(OpCodes.Stsfld, count));
    }

    private static MethodDefinition? StandIn(MethodReference called, ILookup<string, MethodDefinition> scans)
    {
        if (called.DeclaringType.FullName is not ("System.String" or "System.MemoryExtensions"))
        {
            return null;
        }

        var element = called.GetElementMethod();
        var parameters = element.Parameters.Select(p => Shape(p.ParameterType));
        var shape = string.Join(',', called.HasThis ? parameters.Prepend("System.String") : parameters);
        return scans[element.Name].FirstOrDefault(s => s.GenericParameters.Count == element.GenericParameters.Count
            && string.Equals(string.Join(',', s.Parameters.Select(p => Shape(p.ParameterType))), shape, StringComparison.Ordinal));
    }

    private static MethodReference Import(ModuleDefinition module, MethodDefinition scan, MethodReference called)
    {
        var imported = module.ImportReference(scan);
        if (called is not GenericInstanceMethod generic)
        {
            return imported;
        }

        var instance = new GenericInstanceMethod(imported);
        foreach (var argument in generic.GenericArguments)
        {
            instance.GenericArguments.Add(argument);
        }

        return instance;
    }

    // Type parameters have other names in the framework: "!!0" for both.
    private static string Shape(TypeReference type) => type switch
    {
        GenericParameter parameter => $"!!{parameter.Position}",
        GenericInstanceType generic => $"{generic.ElementType.FullName}<{string.Join(',', generic.GenericArguments.Select(Shape))}>",
        _ => type.FullName,
    };
}
