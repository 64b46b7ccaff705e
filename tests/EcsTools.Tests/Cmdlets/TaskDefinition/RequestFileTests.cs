using System.Text;
using CsCheck;
using EcsTools.Model;

namespace EcsTools.Tests.Cmdlets;

/// <summary>Files of requests as people have them: taken as the AWS CLI does, or one error that names the file, the line and the path.</summary>
public sealed class RequestFileTests : IDisposable
{
    private const string Web = """{"family":"web2","containerDefinitions":[{"name":"a","image":"a:1","memory":64,"environment":[{"name":"G","value":"Grüße"}]}]}""";

    private readonly string folder = Directory.CreateTempSubdirectory("ecstools").FullName;
    private readonly EcsPrompt prompt = Shop.Open(instances: 0);

    public void Dispose()
    {
        prompt.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with a mark", "utf-16", "utf-16BE", "utf-32"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_file_is_read_in_the_encoding_that_it_says(string name)
    {
        var encoding = name switch { "utf-8" => new UTF8Encoding(false), "utf-8 with a mark" => new UTF8Encoding(true), _ => Encoding.GetEncoding(name) };
        var registered = prompt.Run($"Register-EcsTaskDefinition -CliInputJson '{Write("a.json", [.. encoding.GetPreamble(), .. encoding.GetBytes(Web)])}'").One<TaskDefinition>();
        Assert.Equal("Grüße", registered.ContainerDefinitions![0].Environment![0].Value);
    }

    [Theory]
    [InlineData("iso-8859-1", "line 1: the file is not UTF-8")]
    [InlineData("utf-16", "the file ")]
    public void A_file_in_an_encoding_that_it_does_not_say_is_an_error(string encoding, string problem) =>
        Refused(Write("a.json", Encoding.GetEncoding(encoding).GetBytes(Web)), problem);

    [Theory]
    [InlineData("[{\"name\":\"a\"}]", "expected an object with the members of RegisterTaskDefinitionRequest, found a list")]
    [InlineData("null", "found null")]
    [InlineData("42", "found '42'")]
    [InlineData("", "the file is empty")]
    [InlineData("{\n  \"family\": \"a\",\n  \"cpu\" \"1\"\n}", "line 3: not JSON: '\"' is invalid after a property name. Expected a ':' (line 3, column 9)")]
    [InlineData("{\n \"family\": \"a\",\n \"containerDefinitions\": [\n  { \"name\": \"a\",\n    \"imgae\": \"x\" }\n ]\n}", "line 5: containerDefinitions[0].imgae: ContainerDefinition has no such member; did you mean image?")]
    [InlineData("{\n \"taskDefinition\": {\n  \"family\": \"a\",\n  \"containerDefinitions\": [\n   { \"memory\": \"much\" } ] } }", "line 5: containerDefinitions[0].memory: expected a whole number, found 'much'")]
    [InlineData("{\"family\":\"a\",\n\"containerDefinitions\":[null]}", "line 2: containerDefinitions[0]: expected an object with the members of ContainerDefinition, found null")]
    [InlineData("{\"family\":\"a\",\"containerDefinitions\":[{\"name\":\"a\",\n\"command\":[\"x\",null]}]}", "line 2: containerDefinitions[0].command[1]: expected a value, found null")]
    [InlineData("// only a comment\n", "not JSON: there is no value")]
    [InlineData("{\"family\":\"\\ud800\"}", "half of a surrogate pair is missing")]
    public void What_is_wrong_in_a_file_is_one_error_with_its_name_its_line_and_the_path(string text, string problem) => Refused(Write("a.json", Encoding.UTF8.GetBytes(text)), problem);

    [Theory]
    [InlineData("family: a\ncontainerDefinitions:\n  - name: a\n    imgae: x\n", "line 4: containerDefinitions[0].imgae")]
    [InlineData("family: a\n  cpu: 1\n", "line 2: not YAML")]
    [InlineData("family: !Ref Name\n", "line 1: not YAML: the tag !Ref isn't supported")]
    [InlineData("family: *web\n", "line 1: not YAML: the anchor web isn't defined")]
    [InlineData("a: &a [*a]\n", "not YAML")]
    [InlineData("family: a\n---\nfamily: b\n", "several documents")]
    [InlineData("- a\n- b\n", "found a list")]
    [InlineData("# only\n# comments\n", "the file has no value, only comments")]
    public void What_is_wrong_in_YAML_is_told_the_same_way(string text, string problem) => Refused(Write("a.yaml", Encoding.UTF8.GetBytes(text)), problem);

    [Fact]
    public void Values_that_are_nested_too_deeply_are_an_error() => Refused(Write("a.json", Encoding.UTF8.GetBytes($"{{\"family\":{new string('[', 1000)}")), "line 1: not JSON: the values are nested too deeply");

    [Fact]
    public void A_folder_in_place_of_a_file_is_an_error_that_names_it()
    {
        Directory.CreateDirectory(Path.Combine(folder, "b.json"));
        Assert.Contains("b.json: this is a folder", prompt.Run($"[System.IO.DirectoryInfo]::new('{Path.Combine(folder, "b.json")}') | Register-EcsTaskDefinition").Error().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_YAML_is_registered()
    {
        var file = Write("a.yml", Encoding.UTF8.GetBytes("""
            # as aws ecs register-task-definition --generate-cli-skeleton yaml-input writes it
            family: web2
            cpu: 256
            networkMode: ''
            containerDefinitions:
              - &base
                name: web
                image: "nginx:1.10"
                memory: 64
                essential: true
                portMappings: [{ containerPort: 80 }]
                command: [sh, -c, 'echo 1.10']
                environment:
                  - name: VERSION
                    value: 1.10
              - <<: *base
                name: side
                portMappings: ~
            """.Replace("networkMode: ''\n", "", StringComparison.Ordinal)));
        foreach (var script in (string[])[$"Register-EcsTaskDefinition -CliInputYaml '{file}'", $"[IO.FileInfo]'{file}' | Register-EcsTaskDefinition"])
        {
            var registered = prompt.Run(script).One<TaskDefinition>();
            Assert.Equal(["web", "side"], registered.ContainerDefinitions!.Select(container => container.Name));
            Assert.Equal(("256", 80, "1.10", true), (registered.Cpu, registered.ContainerDefinitions![0].PortMappings![0].ContainerPort, registered.ContainerDefinitions[1].Environment![0].Value, registered.ContainerDefinitions[1].Essential));
        }
    }

    [Theory]
    [InlineData("""{"family":"f","Family":"g","containerDefinitions":[{"name":"a","image":"a","image":"b","memory":64}]}""", "g", "b", null)]
    [InlineData("""{"taskDefinition":{"family":"f","revision":7,"status":"ACTIVE","tags":[{"key":"in","value":"1"}],"containerDefinitions":[{"name":"a","image":"a","memory":64}]},"tags":[{"key":"out","value":"1"}]}""", "f", "a", "out")]
    [InlineData("""{"taskDefinition":{"family":"f","tags":[{"key":"in","value":"1"}],"containerDefinitions":[{"name":"a","image":"a","memory":64}]},"tags":[]}""", "f", "a", "in")]
    public void Keys_that_are_there_twice_and_tags_in_two_places_are_taken(string json, string family, string image, string? tag)
    {
        var registered = prompt.Run($"Register-EcsTaskDefinition -CliInputJson '{json}'").One<TaskDefinition>();
        Assert.Equal((family, image, tag), (registered.Family, registered.ContainerDefinitions![0].Image, registered.Tags?.FirstOrDefault()?.Key));
    }

    [Fact]
    public void The_other_files_are_processed()
    {
        var files = string.Join(", ", new[] { Write("a.json", "[]"u8.ToArray()), Write("b.json", Encoding.UTF8.GetBytes(Web)), Write("c.json", [0xFF]) }.Select(file => $"'{file}'"));
        foreach (var cmdlet in (string[])["Register-EcsTaskDefinition", "Test-EcsTaskDefinition -Quiet", "Copy-EcsTaskDefinition -AsObject"])
        {
            var said = prompt.Run($"[IO.FileInfo[]]({files}) | {cmdlet}");
            Assert.Single(said.Output);
            Assert.Equal(["a.json", "c.json"], said.Errors.Select(error => Path.GetFileName(error.ToString().Split(new[] { ':', ',' })[0])));
        }
    }

    [Theory]
    [InlineData("nosuch.json", "the file doesn't exist")]
    [InlineData(".", "this is a folder")]
    [InlineData("nosuchdrive:/a.json", "nosuchdrive")]
    public void A_file_that_cannot_be_read_is_an_error(string path, string problem)
    {
        var error = prompt.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{folder}'); Register-EcsTaskDefinition -CliInputJson {path}").Error();
        Assert.StartsWith("RequestFileUnreadable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(problem, error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A file with any content is accepted, or rejected by an error of the module.</summary>
    [Fact]
    public void No_file_brings_an_exception_of_NET_to_light()
    {
        const string yaml = "family: web2\ncontainerDefinitions:\n  - &c {name: a, image: 'a:1', memory: 64, environment: [{name: G, value: \"x\"}]}\nvolumes: [*c]\n";
        string[] names = ["x.json", "x.yaml", "x.txt"];
        var mutated =
            from isYaml in Gen.Bool
            from edits in Gen.Select(Gen.Int[0, 400], Gen.Byte, Gen.Int[0, 2]).Array[1, 6]
            from name in Gen.Int[0, 2]
            select (Name: names[name], Bytes: Mutate(Encoding.UTF8.GetBytes(isYaml ? yaml : Web), edits));
        mutated.Try(
            file =>
            {
                var path = Write(file.Name, file.Bytes);
                var said = prompt.Run($"Test-EcsTaskDefinition '{path}'");
                if (said.Ended is not null) return false;
                return said.Errors.All(error => error.FullyQualifiedErrorId.StartsWith("InvalidRequestJson,", StringComparison.Ordinal) && error.ToString().StartsWith(path, StringComparison.Ordinal));
            },
            seed: "0N0XIzNsQ0O2",
            iter: 150,
            print: file => $"{file.Name}: {Encoding.UTF8.GetString(file.Bytes)}");
    }

    private static byte[] Mutate(byte[] text, (int At, byte Value, int Kind)[] edits)
    {
        var bytes = text.ToList();
        const string marks = "{}[],:\"\\&*!|>-#\n\t 0a~<%@`'";
        foreach (var (at, value, kind) in edits)
        {
            var place = at % Math.Max(1, bytes.Count);
            if (kind == 0 && bytes.Count > 1) bytes.RemoveAt(place);
            else if (kind == 1) bytes.Insert(place, (byte)marks[value % marks.Length]);
            else bytes[place] = value;
        }

        return [.. bytes];
    }

    private void Refused(string file, string problem)
    {
        foreach (var cmdlet in (string[])["Register-EcsTaskDefinition -CliInputJson", "Test-EcsTaskDefinition"])
        {
            var error = prompt.Run($"{cmdlet} '{file}'").Error();
            Assert.StartsWith("InvalidRequestJson,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.StartsWith(file, error.ToString(), StringComparison.Ordinal);
            Assert.Equal(2, error.ToString().Split(Path.GetFileName(file)).Length);
            Assert.Contains(problem, error.ToString(), StringComparison.Ordinal);
        }
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
