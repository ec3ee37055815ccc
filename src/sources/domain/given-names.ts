/**
 * Given names borne in France, from every place its tenants come from, as `foldText` writes them. Short on purpose: a column is
 * known by the share of its cells that bear one, not by knowing all. Left out are those that are rather a word of a
 * list of repairs or places (rose, olive, ambre), or rather a surname or a firm (martin, bernard, thomas, robert, richard).
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `
  jean pierre jacques michel philippe alain patrick nicolas christophe daniel frederic laurent stephane david pascal
  eric gerard sebastien julien thierry olivier bruno franck dominique alexandre guillaume christian francois jerome
  marc sylvain antoine emmanuel gilles serge maxime didier herve denis benoit ludovic cedric vincent arnaud fabien
  mathieu romain anthony quentin kevin xavier damien gregory jeremy alexis adrien clement florian lucas hugo theo
  nathan enzo louis gabriel leo raphael arthur jules adam paul mael victor noe ethan tom gaspard martial yves yvan
  yann yannick loic gael erwan ronan tanguy corentin bastien simon samuel benjamin dylan valentin dorian tristan
  etienne lilian remi remy fabrice joel regis rene roger andre maurice marcel raymond lucien georges henri claude guy
  fernand leon edouard edmond emile eugene gaston gustave albert alfred alphonse armand auguste charles jeannot johan
  jordan jonathan mickael mathis matheo mathias matthieu cyril cyrille lionel laurence bertrand hubert thibault
  thibaut baptiste aurelien gregoire geoffrey rodolphe renaud roland ghislain gauthier edgar marie nathalie isabelle
  sylvie catherine martine christine francoise valerie sandrine veronique monique stephanie sophie celine chantal
  patricia anne brigitte julie nicole laetitia aurelie emilie caroline christelle virginie helene corinne elodie
  sabrina karine jacqueline camille pauline sarah michele annie audrey melanie delphine severine elisabeth evelyne
  danielle jessica ludivine cecile agnes claire charlotte lucie marine manon lea chloe emma ines jade louise alice
  lina mila lena eva juliette zoe anna romane agathe margot margaux clara mathilde noemie oceane amandine angelique
  anais morgane laure laura lise lisa elise eloise fanny flora gaelle geraldine gwenaelle josiane josette jeannine
  janine ginette gisele genevieve colette denise simone yvette yvonne suzanne paulette lucienne odette henriette
  germaine marguerite madeleine jeanne marcelle renee therese bernadette solange ghislaine mireille muriel maryse
  maryline marilyne nadine nadege odile pascale regine roseline rolande sylviane solene tiphaine vanessa viviane
  yolande magali maeva maelle marion marianne mauricette murielle myriam estelle edith eliane emmanuelle clemence
  clementine clotilde coralie coline claudine claudette christiane capucine bertille berengere beatrice astrid
  arlette apolline armelle andree alexandra alexia adele adeline salome sabine rachel ophelie justine judith joelle
  johanna jocelyne frederique francine florence fabienne elsa diane cynthia cindy blandine aude annick annabelle
  albane mohamed mohammed muhammad mamadou ahmed ali omar youssef yousef hassan hussein hocine hamid hamza karim
  rachid said samir khalid khaled kamel nabil mustapha mustafa abdallah abdellah abderrahmane abdelkader abdelaziz
  abdelhak abdelkrim abdou abdoul abdoulaye brahim ibrahim ismail ismael idriss idris ilyes ilyas imad jamal djamel
  djamal farid fouad faycal aziz amine amin anis ayoub bilal bilel walid yassine yacine yanis younes younous zakaria
  zinedine tarek tarik taoufik toufik slimane soufiane sofiane salim salem salah redouane reda rayan riad rachida
  mounir moussa mourad mokhtar miloud messaoud mehdi malik maamar larbi lakhdar lahcen hicham hakim habib ghani driss
  djilali cherif chafik boualem belkacem badr azzedine anouar adil adel achraf houcine nordine noureddine nourredine
  oussama othmane tahar taieb wassim fatima fatiha fatma fatou fatoumata khadija khadidja aicha aissatou amina
  aminata amel amira asma assia asmaa bouchra cherifa dalila djamila farida fadila faiza fouzia ghizlane habiba
  hafida hafsa halima hanane hanan houria hayat houda imane ikram jamila kaltoum karima kenza khedidja lamia latifa
  leila leyla lila loubna louiza malika mariam maryam meriem meryem mina mouna nabila nacera nadia naima najat najia
  nassima nawel nora noura nour rabia rania rim saadia safia saida saliha salima salma samia samira sana sanaa sihem
  siham soraya souad soumia soumaya sonia wafa warda yamina yasmina yasmine zahia zahra zineb zohra zoubida zoulikha
  houaria keltoum ouarda boubacar bakary bakari ousmane oumar seydou souleymane sekou sidiki issa issouf ismaila
  lassana lamine kader kouadio kouame koffi kwame kofi yao yaya adama aboubacar amadou cheick cheikh demba diarra
  drissa gaoussou hamidou harouna ibrahima idrissa madou makan mody modibo moctar moriba samba siaka tidiane tiemoko
  yacouba youssouf awa astou binta bintou coumba dieynaba djeneba fanta fatim hawa kadiatou kadidia kankou mariama
  maimouna nafissatou ndeye nene oumou rama ramata ramatoulaye rokia rokhaya salimata sira sokhna tenin yaye khady
  aya adjoua akissi affoue akua abena ama amoin chancel dieudonne prosper mehmet ahmet huseyin hasan murat osman
  yusuf omer emre burak serkan erkan erdal cem cemal kemal kenan metin orhan ozan ramazan recep selim suleyman tayfun
  turgut ugur ufuk umut volkan yasin yavuz zeki baris cihan deniz engin fatih ferhat gokhan halil hakan ayse emine
  hatice zeynep elif sevim songul sultan hulya gulay gulsen gul filiz esra ebru derya dilek cigdem busra aysel ayten
  aynur nurcan ozlem pinar selma sevgi joao jose antonio manuel carlos luis paulo pedro rui jorge fernando francisco
  miguel nuno tiago ricardo sergio vitor armando alvaro americo joaquim filipe henrique diogo duarte goncalo helder
  adelino agostinho maria ana isabel fernanda conceicao teresa manuela paula rosa lurdes graca celeste luisa joana
  catarina beatriz sofia margarida filomena deolinda albertina amelia carla susana sandra cristina juan javier jesus
  pablo diego alejandro rafael ramon salvador carmen dolores pilar josefa consuelo lucia elena giovanni giuseppe
  salvatore antonino marco luigi mario angelo franco domenico rosaria concetta giovanna francesca chiara giulia
  alessandro andrea stefano roberto anh binh cuong dung duc hung huong khanh lan linh minh nga ngoc nhung phong phuc
  phuong quang quoc tam thanh thao thi thu thuy trang trinh trung tuan tuyet viet vinh xuan yen wei ming xiaoming xiu
  mei ying jun jian hua ping qiang rong ting yan yong zhen feng fang guo hao jing kai lei sokha sophal chanthou bopha
  srey sopheap rajesh suresh ramesh mahesh sanjay vijay anil ajay kumar ravi deepak priya lakshmi kavitha suganthi
  sivakumar selvam thambirajah kumari gita sunita anita rekha pooja muhammed imran usman tariq nasreen shabana
  farhana rahim rahima abdul mohammad hossain jannat nusrat begum shahid asif faisal piotr pawel andrzej krzysztof
  tomasz marcin jan katarzyna malgorzata agnieszka ewa joanna magdalena ion ioan mihai andrei alexandru cristian
  florin gheorghe vasile constantin ionut adrian ioana mihaela gabriela daniela mariana ivan dimitri nikolai sergei
  vladimir olga natalia tatiana svetlana oksana irina goran dragan zoran milan milos slobodan nenad jelena dragana
  ljiljana vesna aleksandar besnik agim arben bekim fatmir ilir luan shpresa vjosa aram armen hovhannes karen tigran
  anahit sona davit giorgi nino tamar shlomo moshe yitzhak chaim esther rivka heni teiva teva moana hina manu tamatoa
  vaea rosemond gilberte eustache mirella dany wilfrid widmer ketty marlene georgette jennifer kelly brandon steven
  steve allan brian john peter susan mary jane james william george henry edward michael charlie oscar lucy emily
  sara
  `
    .trim()
    .split(/\s+/),
)
